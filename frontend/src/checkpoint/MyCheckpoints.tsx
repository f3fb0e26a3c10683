import { Link } from '@tanstack/react-router';
import type { CycleSummary } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Failed } from '../ui/Page';
import { Begin } from './Begin';
import { CheckpointTable } from './CheckpointTable';
import { useCheckpoints } from './useCheckpoints';

const FEW = 5;

/** What waits for a signature or is still a draft, and the way to begin the notes of a visit. */
export function MyCheckpoints({ cycles }: { cycles: CycleSummary[] }) {
  const me = useMe();
  const toSign = useCheckpoints({ toSign: true, pageSize: FEW });
  const drafts = useCheckpoints({ status: 'draft', pageSize: FEW });
  const failed = [toSign, drafts].find((one) => one.isError);
  const waiting = [...(toSign.data?.results ?? []), ...(drafts.data?.results ?? [])];
  const open = cycles.filter(
    ({ stage, schoolUrn }) => stage !== 'closed' && may(me, 'checkpoints:record', schoolUrn),
  );
  return (
    <section className="sheet" aria-labelledby="my-checkpoints-title">
      <header>
        <h2 id="my-checkpoints-title">Checkpoints</h2>
        <p className="actions small">
          <Link to="/checkpoints">All checkpoints</Link>
        </p>
      </header>
      {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
      {toSign.data && drafts.data && waiting.length === 0 && (
        <p className="soft">No draft, and nothing waits for your signature.</p>
      )}
      {waiting.length > 0 && (
        <CheckpointTable checkpoints={waiting} caption="Drafts, and what waits for your signature" schools />
      )}
      {open.length > 0 && (
        <div className="apart-above">
          <Begin cycles={open} />
        </div>
      )}
    </section>
  );
}
