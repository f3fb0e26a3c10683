import { useQueryClient } from '@tanstack/react-query';
import { cycleApprovalResourceRequest } from '../api/sdk.gen';
import type { ApprovalState, Cycle } from '../api/types.gen';
import { Decide } from '../delegation/Decide';
import { Opinions } from '../delegation/Opinions';
import { FormProblem } from '../ui/Field';
import { number } from '../ui/format';
import { Pill, type Tone } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { When } from '../ui/When';

function standing({ given, latest }: ApprovalState): { label: string; tone: Tone } {
  if (given) {
    return { label: 'Approved', tone: 'good' };
  }
  switch (latest?.status) {
    case 'waiting':
      return { label: 'Waiting', tone: 'warn' };
    case 'refused':
      return { label: 'Refused', tone: 'bad' };
    default:
      return { label: 'Not asked for', tone: 'calm' };
  }
}

/** The approval that the scheme of delegation asks for: how far it is, by which rule, and what one can do. */
export function ApprovalSheet({ cycle, approval }: { cycle: Cycle; approval: ApprovalState }) {
  const queries = useQueryClient();
  const change = useChange();
  const { label, tone } = standing(approval);
  const { latest } = approval;
  const path = { id: cycle.id };
  const setting = cycle.stage === 'target-setting';
  const incomplete = cycle.moves
    .find(({ stage }) => stage === 'implementing')
    ?.blockers.some(({ code }) => code !== 'no-approval');
  const send = (work: () => Promise<unknown>) =>
    change.run(async () => {
      await work();
      await queries.invalidateQueries();
    });
  return (
    <section className="sheet stack" aria-labelledby="approval-title">
      <header>
        <h2 id="approval-title" tabIndex={-1}>
          Approval
        </h2>
        <Pill tone={tone}>{label}</Pill>
      </header>
      <FormProblem problem={change.problem} />
      <p className="small">{approval.rule.words}</p>
      {latest && (
        <p className="small">
          Asked for by {latest.requester}, <When at={latest.requestedAt} />
          {latest.amount ? `, for £${number(latest.amount)}` : ''}
          {latest.comment && `: ${latest.comment}`}
          {latest.decider && latest.decidedAt && (
            <>
              <br />
              {latest.status === 'approved'
                ? 'Approved'
                : latest.status === 'refused'
                  ? 'Refused'
                  : 'Taken back'}{' '}
              by {latest.decider}, <When at={latest.decidedAt} />
              {latest.reason && `: ${latest.reason}`}
            </>
          )}
        </p>
      )}
      {latest && <Opinions approval={latest.id} />}
      {latest?.status === 'approved' && !approval.given && (
        <p className="small">The plan was taken back since then, so it has to be approved again.</p>
      )}
      {setting && approval.mayRequest && incomplete && (
        <p className="soft small">Approval can be asked for when nothing else is missing for implementing.</p>
      )}
      {setting && approval.mayRequest && !incomplete && (
        <div className="actions">
          <button
            className="button primary"
            type="button"
            aria-disabled={change.busy}
            onClick={() => send(() => answered(cycleApprovalResourceRequest({ path, body: {} })))}
          >
            Ask for approval
          </button>
        </div>
      )}
      {approval.mayDecide && <Decide subject={{ kind: 'cycle', id: cycle.id, cycleId: cycle.id }} />}
    </section>
  );
}
