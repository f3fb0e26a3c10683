import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { cycleResourceMove, successorResourceBegin } from '../api/sdk.gen';
import type { Cycle, CycleEvaluation } from '../api/types.gen';
import { Missing } from '../cycle/Missing';
import { Confirm } from '../ui/Confirm';
import { FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

interface Props {
  cycle: Cycle;
  evaluation: CycleEvaluation;
  /** Whether the person may close the cycle, and begin the next. */
  writes: boolean;
}

/** How much is evaluated, what is missing before the cycle can close, and what comes after. */
export function Closing({ cycle, evaluation, writes }: Props) {
  const [closing, setClosing] = useState(false);
  const queries = useQueryClient();
  const of = evaluation.priorities.length;
  const move = cycle.moves.find(({ stage }) => stage === 'closed');
  return (
    <section className="sheet stack" aria-labelledby="closing-title">
      <h2 id="closing-title">How far it is</h2>
      <div className="progress stack tight">
        <p id="evaluated">
          {evaluation.evaluated} of {of} {of === 1 ? 'priority' : 'priorities'} evaluated
        </p>
        {of > 0 && <progress aria-labelledby="evaluated" value={evaluation.evaluated} max={of} />}
      </div>
      {move && move.blockers.length > 0 && (
        <div className="notice">
          <strong>Missing before the cycle can close</strong>
          <ul>
            {move.blockers.map((blocker) => (
              <li key={blocker.code + blocker.link}>
                <Missing blocker={blocker} cycleId={cycle.id} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {move && move.blockers.length === 0 && writes && (
        <div className="actions">
          <button className="button primary" type="button" onClick={() => setClosing(true)}>
            Close the cycle
          </button>
        </div>
      )}
      {evaluation.stage === 'closed' && <Next cycle={cycle} writes={writes} />}
      {closing && (
        <Confirm
          title="Close the cycle?"
          action="Close the cycle"
          work={async () => {
            await answered(
              cycleResourceMove({
                path: { id: cycle.id },
                headers: { 'If-Match': `"${cycle.version}"` },
                body: { stage: 'closed' },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setClosing(false)}
        >
          Its plan and its evaluation can only be read then. A trust leader can reopen it, with a reason.
        </Confirm>
      )}
    </section>
  );
}

/** The cycle that follows: the way to it, or to begin it from this one. */
function Next({ cycle, writes }: { cycle: Cycle; writes: boolean }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const start = Number(cycle.academicYear.slice(0, 4)) + 1;
  const year = `${start}/${start + 1}`;
  if (cycle.nextId) {
    return (
      <p>
        <Link to="/cycles/$id" params={{ id: cycle.nextId }}>
          The cycle of {year}
        </Link>{' '}
        follows this one.
      </p>
    );
  }
  if (!writes) {
    return <p className="soft">The cycle of {year} has not begun.</p>;
  }
  const begin = () =>
    change.run(async (key) => {
      const next = await answered(
        successorResourceBegin({ path: { id: cycle.id }, headers: { 'Idempotency-Key': key } }),
      );
      await queries.invalidateQueries();
      await navigate({ to: '/cycles/$id', params: { id: next.id } });
    });
  return (
    <>
      <FormProblem problem={change.problem} />
      <p>
        What is carried forward becomes part of its plan: priorities with what was learnt, and open actions.
      </p>
      <div className="actions">
        <button className="button primary" type="button" aria-disabled={change.busy} onClick={begin}>
          Begin {year} from this evaluation
        </button>
      </div>
    </>
  );
}
