import type { Cycle } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Empty, Failed, Loading } from '../ui/Page';
import { Begin } from './Begin';
import { CheckpointTable } from './CheckpointTable';
import { useCheckpoints } from './useCheckpoints';

/** The checkpoints of a cycle, the newest first. */
export function CycleCheckpoints({ cycle }: { cycle: Cycle }) {
  const me = useMe();
  const checkpoints = useCheckpoints({ cycleId: cycle.id, pageSize: 100 });
  const records = cycle.stage !== 'closed' && may(me, 'checkpoints:record', cycle.schoolUrn);
  return (
    <section className="sheet" aria-labelledby="checkpoints-title">
      <header>
        <h2 id="checkpoints-title">Checkpoints</h2>
      </header>
      {checkpoints.isPending && <Loading what="checkpoints" />}
      {checkpoints.isError && <Failed cause={checkpoints.error} retry={() => checkpoints.refetch()} />}
      {checkpoints.data &&
        (checkpoints.data.results.length === 0 ? (
          <Empty>
            No checkpoint yet. Each priority needs one that is signed before the cycle is evaluated.
          </Empty>
        ) : (
          <CheckpointTable checkpoints={checkpoints.data.results} caption="Checkpoints of this cycle" />
        ))}
      {records && (
        <div className="apart-above">
          <Begin cycles={[cycle]} />
        </div>
      )}
    </section>
  );
}
