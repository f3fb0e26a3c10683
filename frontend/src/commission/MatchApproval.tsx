import { useQueryClient } from '@tanstack/react-query';
import { commissionMatchResourceRequest } from '../api/sdk.gen';
import type { ApprovalState, CommissionDetail } from '../api/types.gen';
import { Decide } from '../delegation/Decide';
import { Opinions } from '../delegation/Opinions';
import { FormProblem } from '../ui/Field';
import { Pill, type Tone } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { When } from '../ui/When';

const WAITS: Record<string, { label: string; tone: Tone }> = {
  waiting: { label: 'Waiting', tone: 'warn' },
  approved: { label: 'Approved', tone: 'good' },
  refused: { label: 'Refused', tone: 'bad' },
};

/** The approval that the scheme of delegation asks for at this cost. */
export function MatchApproval({ detail, approval }: { detail: CommissionDetail; approval: ApprovalState }) {
  const queries = useQueryClient();
  const change = useChange();
  const { commission } = detail;
  const { latest, rule } = approval;
  const standing = (latest && WAITS[latest.status]) ?? { label: 'Not asked for', tone: 'calm' as const };
  return (
    <section className="sheet stack" aria-labelledby="approval-title">
      <header>
        <h2 id="approval-title" tabIndex={-1}>
          Approval
        </h2>
        <Pill tone={standing.tone}>{standing.label}</Pill>
      </header>
      <FormProblem problem={change.problem} />
      <p className="small">{rule.words}</p>
      {latest && (
        <p className="small">
          Asked for by {latest.requester}, <When at={latest.requestedAt} />
          {latest.comment && `: ${latest.comment}`}
          {latest.decider && latest.decidedAt && (
            <>
              <br />
              {standing.label} by {latest.decider}, <When at={latest.decidedAt} />
              {latest.reason && `: ${latest.reason}`}
            </>
          )}
        </p>
      )}
      {latest && <Opinions approval={latest.id} />}
      {commission.status === 'matched' && approval.mayRequest && (
        <div className="actions">
          <button
            className="button primary"
            type="button"
            aria-disabled={change.busy}
            onClick={() =>
              change.run(async () => {
                await answered(commissionMatchResourceRequest({ path: { id: commission.id }, body: {} }));
                await queries.invalidateQueries();
              })
            }
          >
            Recommend it for approval
          </button>
        </div>
      )}
      {commission.status === 'matched' && approval.mayDecide && (
        <Decide subject={{ kind: 'commission', id: commission.id }} />
      )}
    </section>
  );
}
