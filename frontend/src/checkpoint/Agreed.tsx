import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { adjustmentResourceLog, nextStepResourceTakeBack } from '../api/sdk.gen';
import type { Checkpoint, NextStep } from '../api/types.gen';
import { standing } from '../cycle/actions';
import { planKey } from '../cycle/usePlan';
import { FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { Failed } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { AdjustmentSheet } from './AdjustmentSheet';

/** What a checkpoint agreed on: next steps, which are actions of the plan, and small improvements. */
export function Agreed({ checkpoint, editable }: { checkpoint: Checkpoint; editable: boolean }) {
  const adjustments = useQuery({
    queryKey: ['adjustments', 'at', checkpoint.id],
    queryFn: () => answered(adjustmentResourceLog({ query: { checkpointId: checkpoint.id, pageSize: 50 } })),
  });
  const improvements = adjustments.data?.results ?? [];
  return (
    <section className="sheet stack" aria-labelledby="agreed-title">
      <h2 id="agreed-title">What was agreed</h2>
      {checkpoint.nextSteps.length === 0 && adjustments.data && improvements.length === 0 && (
        <p className="soft">
          {editable
            ? 'No next step and no small improvement yet. Begin one beside what you have written of a part of the cycle.'
            : 'No next step and no small improvement.'}
        </p>
      )}
      {checkpoint.nextSteps.length > 0 && (
        <>
          <h3>Next steps</h3>
          <ul className="standing">
            {checkpoint.nextSteps.map((step) => (
              <Step key={step.id} checkpoint={checkpoint} step={step} editable={editable} />
            ))}
          </ul>
        </>
      )}
      {adjustments.isError && <Failed cause={adjustments.error} retry={() => adjustments.refetch()} />}
      {improvements.length > 0 && (
        <>
          <h3>Small improvements</h3>
          <div className="columns">
            {improvements.map((adjustment) => (
              <AdjustmentSheet key={adjustment.id} adjustment={adjustment} editable={editable} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function Step({ checkpoint, step, editable }: { checkpoint: Checkpoint; step: NextStep; editable: boolean }) {
  const queries = useQueryClient();
  const change = useChange();
  const { label, tone } = standing({
    status: step.actionStatus,
    overdue: false,
    endedOn: step.actionEndedOn,
  });
  return (
    <li>
      <Pill tone={tone}>{label}</Pill>
      <div>
        <p>
          <Link to="/cycles/$id" params={{ id: checkpoint.cycleId }} hash={`action-${step.actionId}`}>
            {step.title}
          </Link>
        </p>
        <p className="soft small">
          {[step.lead ?? 'No lead yet', step.dueOn && `due ${day(step.dueOn)}`].filter(Boolean).join(' · ')}
        </p>
        {editable && (
          <p className="actions">
            <button
              className="button quiet"
              type="button"
              aria-disabled={change.busy}
              onClick={() =>
                change.run(async () => {
                  await answered(nextStepResourceTakeBack({ path: { id: checkpoint.id, stepId: step.id } }));
                  await queries.invalidateQueries({ queryKey: ['checkpoint', checkpoint.id] });
                  await queries.invalidateQueries({ queryKey: planKey(checkpoint.cycleId) });
                })
              }
            >
              Take back <span className="visually-hidden">the next step: {step.title}</span>
            </button>
          </p>
        )}
        <FormProblem problem={change.problem} />
      </div>
    </li>
  );
}
