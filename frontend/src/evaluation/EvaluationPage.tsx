import { getRouteApi, Link } from '@tanstack/react-router';
import type { CycleEvaluation } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { crumbsOf, ownerOf, useCycle } from '../cycle/useCycles';
import { day, words } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { useHashArrival } from '../ui/useHashArrival';
import { Closing } from './Closing';
import { EvaluatedPriority } from './EvaluatedPriority';
import { ReportButton } from './ReportButton';
import { useEvaluation } from './useEvaluation';

const route = getRouteApi('/shell/cycles/$id/evaluation');

/** The evaluation of a cycle: target against actual for each priority, what people make of it, and the way to close. */
export function EvaluationPage() {
  const me = useMe();
  const { id } = route.useParams();
  const evaluation = useEvaluation(id);
  const cycle = useCycle(id);
  useHashArrival(evaluation.isSuccess && cycle.isSuccess);
  const found = evaluation.data;
  const school = found?.schoolUrn ?? undefined;
  const writes = mayIn(me, 'cycles:change', school);
  const editable = found?.stage === 'evaluating' && writes;
  return (
    <Page
      title={found ? `Evaluation ${found.academicYear}` : 'Evaluation'}
      lead={found && `${ownerOf(found)}, as at ${day(found.asAt)}`}
      crumbs={crumbsOf(cycle.data, id)}
      actions={found && <ReportButton evaluation={found} />}
    >
      {evaluation.isPending && <Loading what="the evaluation" />}
      {evaluation.isError && <Failed cause={evaluation.error} retry={() => evaluation.refetch()} />}
      {found && (
        <div className="stack">
          <Standing evaluation={found} writes={writes} />
          {cycle.isError && <Failed cause={cycle.error} retry={() => cycle.refetch()} />}
          {cycle.data && <Closing cycle={cycle.data} evaluation={found} writes={writes} />}
          {found.priorities.length === 0 && (
            <section className="sheet" aria-label="Nothing to evaluate">
              <Empty>
                There is no priority to evaluate.{' '}
                <Link to="/cycles/$id" params={{ id }}>
                  The plan
                </Link>{' '}
                has those that were ended.
              </Empty>
            </section>
          )}
          {found.priorities.map((of) => (
            <EvaluatedPriority key={of.priority.id} of={of} editable={editable} />
          ))}
        </div>
      )}
    </Page>
  );
}

/** Why it can't be written here and now, where it can't. */
function Standing({ evaluation, writes }: { evaluation: CycleEvaluation; writes: boolean }) {
  if (evaluation.stage === 'closed') {
    return <p className="notice">The cycle is closed: its evaluation can only be read.</p>;
  }
  if (evaluation.stage !== 'evaluating') {
    return (
      <p className="notice">
        The cycle is in {words(evaluation.stage).toLowerCase()}. Its priorities are judged when it is
        evaluating; what is known so far stands here already.{' '}
        <Link to="/cycles/$id" params={{ id: evaluation.cycleId }}>
          Go to the cycle
        </Link>
      </p>
    );
  }
  return writes ? null : (
    <p className="notice">
      {evaluation.schoolUrn ? 'Leaders of the school write' : 'Leaders of the trust write'} the evaluation.
      You can read it.
    </p>
  );
}
