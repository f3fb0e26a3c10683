import { useLeads } from '../cycle/useLeads';
import { Field } from '../ui/Field';
import type { Problem } from '../ui/problem';

interface Props {
  school: number | undefined;
  lead: string;
  participants: string[];
  /** Names of people who are there now, whether or not they still could be. */
  names: Map<string, string>;
  problem: Problem | null;
  onPeople: (lead: string, participants: string[]) => void;
}

/** Who leads it, and who takes part beside the lead. */
export function PeopleFields({ school, lead, participants, names, problem, onPeople }: Props) {
  const leads = useLeads(school);
  const known = new Map(names);
  for (const { id, name } of leads.data?.results ?? []) {
    known.set(id, name);
  }
  const people = [...known].sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <>
      <Field
        label="Led by"
        hint={
          leads.isError ? 'People cannot be listed now' : 'Finds it in their work, and is told when it moves'
        }
        wrong={problem?.at('/leadPersonId')}
      >
        <select value={lead} onChange={(event) => onPeople(event.target.value, participants)}>
          <option value="">Nobody yet</option>
          {people.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {people.length > 0 && (
        <fieldset className="field">
          <legend>Takes part</legend>
          <div className="checks">
            {people
              .filter(([id]) => id !== lead)
              .map(([id, name]) => (
                <label key={id} className="check">
                  <input
                    type="checkbox"
                    checked={participants.includes(id)}
                    onChange={({ target }) =>
                      onPeople(
                        lead,
                        target.checked ? [...participants, id] : participants.filter((one) => one !== id),
                      )
                    }
                  />
                  {name}
                </label>
              ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
