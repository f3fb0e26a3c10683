import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { occurrenceResourceComplete } from '../api/sdk.gen';
import type { OccurrenceDetail } from '../api/types.gen';
import { useSchools } from '../school/useSchool';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { today } from '../ui/format';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** Says that an activity was held, and for one of the trust which schools took part. */
export function HeldForm({ detail, onClose }: { detail: OccurrenceDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const { occurrence: one, version } = detail;
  const schools = useSchools(!one.schoolUrn);
  const [heldOn, setHeldOn] = useState([one.day, today()].sort()[0] ?? today());
  const [absent, setAbsent] = useState<number[]>([]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        occurrenceResourceComplete({
          path: { id: one.id },
          headers: { 'If-Match': `"${version}"` },
          body: {
            heldOn,
            schoolUrns: one.schoolUrn
              ? undefined
              : schools.data?.results.map(({ urn }) => urn).filter((urn) => !absent.includes(urn)),
          },
        }),
      );
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title={one.attended ? 'It was held' : 'It is there'} onClose={onClose}>
      <form className="form" onSubmit={send} noValidate>
        <FormProblem problem={change.problem} />
        <Field label="On" wrong={change.problem?.at('/heldOn')}>
          <input
            type="date"
            value={heldOn}
            max={today()}
            onChange={({ target }) => setHeldOn(target.value)}
          />
        </Field>
        {!one.schoolUrn && schools.data && (
          <fieldset className="field">
            <legend>Schools that took part</legend>
            <div className="checks">
              {schools.data.results.map(({ urn, name }) => (
                <label key={urn} className="check">
                  <input
                    type="checkbox"
                    checked={!absent.includes(urn)}
                    onChange={({ target }) =>
                      setAbsent(target.checked ? absent.filter((other) => other !== urn) : [...absent, urn])
                    }
                  />
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Record it
          </button>
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
