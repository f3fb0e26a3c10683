import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { packResourceBuild } from '../api/sdk.gen';
import type { MeetingDetail, Pack } from '../api/types.gen';
import { Confirm } from '../ui/Confirm';
import { longDay, today } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { DocumentButton } from './DocumentButton';
import { howMany } from './exceptions';
import { usePacks } from './usePacks';

/** The packs of a meeting, the newest one first in sight; the clerk builds them until its day. */
export function MeetingPacks({ detail }: { detail: MeetingDetail }) {
  const { meeting, mayKeep } = detail;
  const [building, setBuilding] = useState(false);
  const packs = usePacks({ meetingId: meeting.id, pageSize: 200 });
  const [newest, ...earlier] = packs.data?.results ?? [];
  const builds = mayKeep && meeting.status === 'planned' && meeting.day >= today() && packs.isSuccess;
  const action = newest ? 'Build it anew' : 'Build the pack';
  return (
    <section className="sheet stack" aria-labelledby="pack-title">
      <header>
        <h2 id="pack-title">Pack</h2>
        {builds && (
          <button
            className={newest ? 'button' : 'button primary'}
            type="button"
            onClick={() => setBuilding(true)}
          >
            {action}
          </button>
        )}
      </header>
      {packs.isPending && <Loading what="packs" />}
      {packs.isError && <Failed cause={packs.error} retry={() => packs.refetch()} />}
      {packs.isSuccess && !newest && <Empty>No pack has been built yet.</Empty>}
      {newest && <Newest pack={newest} />}
      {earlier.length > 0 && (
        <p className="small">
          Earlier ones, which stay as they are:{' '}
          {earlier.map(({ id, number, asAt }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <Link to="/packs/$id" params={{ id }}>
                pack {number}, as at {longDay(asAt)}
              </Link>
            </span>
          ))}
        </p>
      )}
      {building && <Build meetingId={meeting.id} action={action} onClose={() => setBuilding(false)} />}
    </section>
  );
}

function Newest({ pack }: { pack: Pack }) {
  return (
    <>
      <p>
        Pack {pack.number}, as at {longDay(pack.asAt)}: {howMany(pack.exceptions).toLowerCase()}.
      </p>
      <div className="actions">
        <Link to="/packs/$id" params={{ id: pack.id }} className="button primary">
          Open the pack
        </Link>
        <DocumentButton pack={pack} />
      </div>
    </>
  );
}

function Build({ meetingId, action, onClose }: { meetingId: string; action: string; onClose: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Confirm
      title={action === 'Build it anew' ? 'Build the pack anew?' : 'Build the pack?'}
      action={action}
      work={async (key) => {
        const { id } = await answered(
          packResourceBuild({ headers: { 'Idempotency-Key': key }, body: { meetingId } }),
        );
        queries.invalidateQueries();
        await navigate({ to: '/packs/$id', params: { id } });
      }}
      onClose={onClose}
    >
      What each member of the committee may see of its schools now is frozen: need, targets, outcomes,
      inspections, concerns by number, challenges, actions and the agenda. It stays as it is, and every member
      can read it at once. Until the meeting it can be built anew; the earlier one is kept beside it.
    </Confirm>
  );
}
