import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivityList } from '../activity/ActivityList';
import { priorityResourceList } from '../api/sdk.gen';
import { may, useMe } from '../app/me';
import { CycleCheckpoints } from '../checkpoint/CycleCheckpoints';
import { hasDraft } from '../ui/drafts';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { draftOf, PriorityForm } from './PriorityForm';
import { PrioritySheet } from './PrioritySheet';
import { Stages } from './Stages';
import { crumbsOf, ownerOf, useCycle } from './useCycles';

const route = getRouteApi('/shell/cycles/$id');

/** A cycle: how far it is, what is missing for the next stage, its priorities and their targets. */
export function CyclePage() {
  const me = useMe();
  const { id } = route.useParams();
  const [adding, setAdding] = useState(() => hasDraft(draftOf(me.id, id)));
  const cycle = useCycle(id);
  const priorities = useQuery({
    queryKey: ['priorities', id],
    queryFn: () => answered(priorityResourceList({ path: { id }, query: { pageSize: 100 } })),
  });
  const school = cycle.data?.schoolUrn;
  const editable = cycle.data ? cycle.data.stage !== 'closed' && may(me, 'cycles:change', school) : false;
  return (
    <Page
      title={cycle.data ? `${ownerOf(cycle.data)}, ${cycle.data.academicYear}` : 'Cycle'}
      lead="Improvement cycle"
      crumbs={crumbsOf(cycle.data, id).slice(0, -1)}
    >
      {cycle.isPending && <Loading what="the cycle" />}
      {cycle.isError && <Failed cause={cycle.error} retry={() => cycle.refetch()} />}
      {cycle.data && (
        <div className="stack">
          <Stages cycle={cycle.data} editable={editable} />
          <div className="section-head">
            <h2>Priorities</h2>
            {editable && (
              <button className="button primary" type="button" onClick={() => setAdding(true)}>
                Add a priority
              </button>
            )}
          </div>
          {priorities.isPending && <Loading what="priorities" />}
          {priorities.isError && <Failed cause={priorities.error} retry={() => priorities.refetch()} />}
          {priorities.data && priorities.data.results.length === 0 && (
            <section className="sheet">
              <Empty>
                No priority yet. Few are better than many: begin with the one that would change most.
              </Empty>
            </section>
          )}
          {priorities.data?.results.map((priority) => (
            <PrioritySheet
              key={priority.id}
              priority={priority}
              editable={editable}
              running={cycle.data.stage !== 'closed'}
            />
          ))}
          <CycleCheckpoints cycle={cycle.data} />
          {may(me, 'activity:read', school) && school && (
            <ActivityList title="Activity" filter={{ schoolUrn: school }} />
          )}
          {adding && <PriorityForm cycleId={id} onClose={() => setAdding(false)} />}
        </div>
      )}
    </Page>
  );
}
