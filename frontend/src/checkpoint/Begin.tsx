import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { checkpointResourceCreate } from '../api/sdk.gen';
import type { CycleSummary } from '../api/types.gen';
import { useMe } from '../app/me';
import { ownerOf } from '../cycle/useCycles';
import { Field, FormProblem } from '../ui/Field';
import { today } from '../ui/format';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

type Begun = Pick<CycleSummary, 'id' | 'schoolUrn' | 'schoolName' | 'academicYear'>;

/** Begins the notes of a visit: one press where there is one cycle, else one choice before it. */
export function Begin({ cycles }: { cycles: Begun[] }) {
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const [chosen, setChosen] = useState<string>();
  const cycle = cycles.find(({ id }) => id === chosen) ?? cycles[0];
  if (!cycle) {
    return null;
  }
  const leads = me.memberships.some(
    ({ role, schoolUrn }) => role === 'school-leader' && schoolUrn === cycle.schoolUrn,
  );
  const begin = () =>
    change.run(async (key) => {
      const begun = await answered(
        checkpointResourceCreate({
          headers: { 'Idempotency-Key': key },
          body: {
            cycleId: cycle.id,
            type: leads ? 'learning-walk' : 'school-improvement-visit',
            plannedOn: today(),
            visitorPersonId: leads ? undefined : me.id,
          },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['checkpoints'] });
      await navigate({ to: '/checkpoints/$id', params: { id: begun.id } });
    });
  return (
    <>
      <FormProblem problem={change.problem} />
      <div className="filters">
        {cycles.length > 1 && (
          <Field label="In the cycle of">
            <select value={cycle.id} onChange={(event) => setChosen(event.target.value)}>
              {cycles.map((one) => (
                <option key={one.id} value={one.id}>
                  {ownerOf(one)}, {one.academicYear}
                </option>
              ))}
            </select>
          </Field>
        )}
        <div>
          <button className="button primary" type="button" aria-disabled={change.busy} onClick={begin}>
            Begin a checkpoint
          </button>
        </div>
      </div>
    </>
  );
}
