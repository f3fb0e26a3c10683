import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { adjustmentResourceLog } from '../api/sdk.gen';
import type { Priority } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { everyPage } from '../ui/everyPage';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { AdjustmentForm, draftOf } from './AdjustmentForm';
import { AdjustmentSheet } from './AdjustmentSheet';

/** The small improvements of a priority, the newest first, and the way to begin one. */
export function PriorityAdjustments({ priority, open }: { priority: Priority; open: boolean }) {
  const me = useMe();
  const [adding, setAdding] = useState(() => hasDraft(draftOf(me.id, priority.id)));
  const adjustments = useQuery({
    // Asked once for all priorities of the cycle.
    queryKey: ['adjustments', 'of cycle', priority.cycleId],
    queryFn: () =>
      everyPage((page) =>
        answered(adjustmentResourceLog({ query: { cycleId: priority.cycleId, page, pageSize: 200 } })),
      ),
  });
  const mine = adjustments.data?.filter(({ priorityId }) => priorityId === priority.id);
  const editable = open && may(me, 'checkpoints:record', priority.schoolUrn);
  return (
    <div className="stack">
      <h3>Small improvements</h3>
      {adjustments.isPending && <Loading what="small improvements" />}
      {adjustments.isError && <Failed cause={adjustments.error} retry={() => adjustments.refetch()} />}
      {mine?.length === 0 && (
        <p className="soft">None yet. Begin one where something small can be done differently.</p>
      )}
      <div className="columns">
        {mine?.map((adjustment) => (
          <AdjustmentSheet key={adjustment.id} adjustment={adjustment} editable={editable} />
        ))}
      </div>
      {editable && (
        <div className="actions">
          <button className="button" type="button" onClick={() => setAdding(true)}>
            Begin a small improvement{' '}
            <span className="visually-hidden">for the priority: {priority.title}</span>
          </button>
        </div>
      )}
      {adding && <AdjustmentForm priorityId={priority.id} onClose={() => setAdding(false)} />}
    </div>
  );
}
