import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { checkpointResourceCreate } from '../api/sdk.gen';
import type { OccurrenceSummary } from '../api/types.gen';
import { useMe } from '../app/me';
import { useCycleOf } from '../cycle/useCycles';
import { FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** Begins the checkpoint that completes a visit; once there is one, leads to it. */
export function RecordButton({ one }: { one: OccurrenceSummary }) {
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const urn = one.schoolUrn ?? 0;
  const cycles = useCycleOf(urn, one.academicYear, !one.checkpointId);
  const cycle = cycles.data?.results[0];
  if (one.checkpointId) {
    return (
      <Link className="button primary" to="/checkpoints/$id" params={{ id: one.checkpointId }}>
        Open the checkpoint
      </Link>
    );
  }
  if (cycles.isSuccess && (!cycle || cycle.stage === 'closed')) {
    return (
      <p className="soft">
        {cycle
          ? 'The cycle of that year is closed; nothing more is recorded in it.'
          : `The school has no cycle of ${one.academicYear} yet, in which this would be recorded.`}
      </p>
    );
  }
  const begin = () =>
    change.run(async (key) => {
      if (!cycle) {
        return;
      }
      const leads = me.memberships.some(
        ({ role, schoolUrn }) => role === 'school-leader' && schoolUrn === one.schoolUrn,
      );
      const begun = await answered(
        checkpointResourceCreate({
          headers: { 'Idempotency-Key': key },
          body: {
            cycleId: cycle.id,
            occurrenceId: one.id,
            type: one.checkpointType ?? '',
            title: one.title ?? undefined,
            plannedOn: one.day,
            visitorPersonId: leads ? undefined : me.id,
          },
        }),
      );
      await queries.invalidateQueries();
      await navigate({ to: '/checkpoints/$id', params: { id: begun.id } });
    });
  return (
    <>
      <FormProblem problem={change.problem} />
      <button className="button primary" type="button" aria-disabled={change.busy || !cycle} onClick={begin}>
        Record it
      </button>
    </>
  );
}
