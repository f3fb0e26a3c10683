import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivityList } from '../activity/ActivityList';
import { cycleResourceGet, priorityResourceList } from '../api/sdk.gen';
import { may, useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { draftOf, PriorityForm } from './PriorityForm';
import { PrioritySheet } from './PrioritySheet';
import { Stages } from './Stages';

const route = getRouteApi('/shell/cycles/$id');

/** A cycle: how far it is, what is missing for the next stage, its priorities and their targets. */
export function CyclePage() {
  const me = useMe();
  const { id } = route.useParams();
  const [adding, setAdding] = useState(() => hasDraft(draftOf(me.id, id)));
  const cycle = useQuery({
    queryKey: ['cycle', id],
    queryFn: () => answered(cycleResourceGet({ path: { id } })),
  });
  const priorities = useQuery({
    queryKey: ['priorities', id],
    queryFn: () => answered(priorityResourceList({ path: { id }, query: { pageSize: 100 } })),
  });
  const school = cycle.data?.schoolUrn;
  const editable = cycle.data ? cycle.data.stage !== 'closed' && may(me, 'cycles:change', school) : false;
  const name = cycle.data ? (school ? (cycle.data.schoolName ?? `School ${school}`) : 'The trust') : 'Cycle';
  return (
    <Page
      title={cycle.data ? `${name}, ${cycle.data.academicYear}` : 'Cycle'}
      lead="Improvement cycle"
      crumbs={
        school
          ? [
              { label: 'Schools', to: '/schools' },
              { label: name, to: `/schools/${school}` },
            ]
          : [{ label: 'Cycles', to: '/cycles' }]
      }
    >
      {cycle.isPending && <Loading what="the cycle" />}
      {cycle.isError && <Failed cause={cycle.error} retry={() => cycle.refetch()} />}
      {cycle.data && (
        <div className="stack">
          <Stages cycle={cycle.data} editable={editable} />
          <div className="page-head">
            <div>
              <h2>Priorities</h2>
            </div>
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
            <PrioritySheet key={priority.id} priority={priority} editable={editable} />
          ))}
          {may(me, 'activity:read', school) && school && (
            <ActivityList title="Activity" filter={{ schoolUrn: school }} />
          )}
          {adding && <PriorityForm cycleId={id} onClose={() => setAdding(false)} />}
        </div>
      )}
    </Page>
  );
}
