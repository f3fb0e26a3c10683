import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivityList } from '../activity/ActivityList';
import type { Cycle } from '../api/types.gen';
import { may, mayIn, useMe } from '../app/me';
import { CycleCheckpoints } from '../checkpoint/CycleCheckpoints';
import { hasDraft } from '../ui/drafts';
import { FormProblem } from '../ui/Field';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { useHashArrival } from '../ui/useHashArrival';
import { ApprovalSheet } from './ApprovalSheet';
import { draftOf, PriorityForm } from './PriorityForm';
import { PrioritySheet } from './PrioritySheet';
import { Stages } from './Stages';
import { crumbsOf, ownerOf, useCycle } from './useCycles';
import { usePlan } from './usePlan';
import { usePriorityOrder } from './usePriorityOrder';

const route = getRouteApi('/shell/cycles/$id');

/** A cycle: how far it is, what is missing for the next stage, and its plan. */
export function CyclePage() {
  const me = useMe();
  const { id } = route.useParams();
  const [adding, setAdding] = useState(() => hasDraft(draftOf(me.id, id)));
  const cycle = useCycle(id);
  const plan = usePlan(id);
  useHashArrival(cycle.isSuccess && plan.isSuccess);
  const order = usePriorityOrder(cycle.data, plan.data);
  const school = cycle.data?.schoolUrn ?? undefined;
  const editable = cycle.data ? cycle.data.stage !== 'closed' && mayIn(me, 'cycles:change', school) : false;
  const priorities = plan.data?.priorities ?? [];
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
          <Neighbours cycle={cycle.data} />
          <Stages cycle={cycle.data} editable={editable} />
          {cycle.data.approval && <ApprovalSheet cycle={cycle.data} approval={cycle.data.approval} />}
          <div className="section-head">
            <h2 id="priorities-title" tabIndex={-1}>
              Priorities
            </h2>
            {editable && (
              <button className="button primary" type="button" onClick={() => setAdding(true)}>
                Add a priority
              </button>
            )}
          </div>
          {cycle.data.warnings.map((warning) => (
            <p className="notice warn" key={warning.code}>
              ▲ {warning.message}
            </p>
          ))}
          <FormProblem problem={order.problem} />
          <p className="visually-hidden" role="status">
            {order.said}
          </p>
          {plan.isPending && <Loading what="the plan" />}
          {plan.isError && <Failed cause={plan.error} retry={() => plan.refetch()} />}
          {plan.data && priorities.length === 0 && (
            <section className="sheet">
              <Empty>
                No priority yet. Few are better than many: begin with the one that would change most.
              </Empty>
            </section>
          )}
          {priorities.map((planned, place) => (
            <PrioritySheet
              key={planned.priority.id}
              planned={planned}
              place={place}
              of={priorities.length}
              editable={editable}
              running={cycle.data.stage !== 'closed'}
              previousCycle={cycle.data.previousId}
              onMove={order.move}
            />
          ))}
          <CycleCheckpoints cycle={cycle.data} />
          {may(me, 'activity:read', school) && school && (
            <ActivityList title="Activity" filter={{ schoolUrn: school }} />
          )}
          {adding && (
            <PriorityForm
              cycleId={id}
              school={school}
              academicYear={cycle.data.academicYear}
              onClose={() => setAdding(false)}
            />
          )}
        </div>
      )}
    </Page>
  );
}

/** The ways to the evaluation, and to the cycles of the years before and after. */
function Neighbours({ cycle }: { cycle: Cycle }) {
  const evaluated = cycle.stage === 'evaluating' || cycle.stage === 'closed';
  if (!evaluated && !cycle.previousId && !cycle.nextId) {
    return null;
  }
  return (
    <nav className="parts" aria-label="Evaluation and other years">
      <ul>
        {cycle.previousId && (
          <li>
            <Link to="/cycles/$id/evaluation" params={{ id: cycle.previousId }}>
              Evaluation of the year before
            </Link>
          </li>
        )}
        {evaluated && (
          <li>
            <Link to="/cycles/$id/evaluation" params={{ id: cycle.id }}>
              Evaluation
            </Link>
          </li>
        )}
        {cycle.nextId && (
          <li>
            <Link to="/cycles/$id" params={{ id: cycle.nextId }}>
              The cycle of the year after
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
