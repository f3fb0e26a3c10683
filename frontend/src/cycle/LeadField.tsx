import { Field } from '../ui/Field';
import type { Problem } from '../ui/problem';
import { useLeads } from './useLeads';

interface Lead {
  leadPersonId: string;
  leadRole: string;
}

interface Props {
  school: number | undefined;
  lead: Lead;
  /** The name of the person who leads it now, whether or not they still could. */
  name: string | undefined;
  problem: Problem | null;
  onLead: (lead: Lead) => void;
}

/** Who leads something: a person who works there, or a role in words. */
export function LeadField({ school, lead, name, problem, onLead }: Props) {
  const leads = useLeads(school);
  const people = leads.data?.results ?? [];
  const gone = lead.leadPersonId !== '' && !people.some(({ id }) => id === lead.leadPersonId);
  return (
    <div className="row">
      <Field
        label="Led by"
        hint={leads.isError ? 'People cannot be listed now; name a role' : undefined}
        wrong={problem?.at('/leadPersonId')}
      >
        <select
          value={lead.leadPersonId}
          onChange={(event) =>
            onLead({ leadPersonId: event.target.value, leadRole: event.target.value ? '' : lead.leadRole })
          }
        >
          <option value="">A role, in words</option>
          {gone && <option value={lead.leadPersonId}>{name ?? 'As now'}</option>}
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </Field>
      {lead.leadPersonId === '' && (
        <Field label="Lead" hint="The role that leads it" wrong={problem?.at('/leadRole')}>
          <input
            value={lead.leadRole}
            onChange={(event) => onLead({ leadPersonId: '', leadRole: event.target.value })}
            maxLength={100}
          />
        </Field>
      )}
    </div>
  );
}
