import { useQueryClient } from '@tanstack/react-query';
import { commissionRecordResourceAnswer } from '../api/sdk.gen';
import type { CommissionChange, CommissionDetail } from '../api/types.gen';
import { FormProblem } from '../ui/Field';
import { day, daysOf } from '../ui/format';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { When } from '../ui/When';
import { termWords } from './terms';
import { pounds } from './words';

/** What a change says, in words. */
function said({ endsOn, academicYear, term, days, cost }: CommissionChange): string {
  return [
    endsOn && `the last day is ${day(endsOn)}`,
    academicYear &&
      term &&
      days !== undefined &&
      `${daysOf(days)} in ${termWords({ academicYear, term }).toLowerCase()}`,
    cost !== undefined && `it costs ${pounds(cost)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The changes of what was agreed: who proposed them, and what the other party said. */
export function ChangesSheet({ detail }: { detail: CommissionDetail }) {
  const queries = useQueryClient();
  const change = useChange();
  const answer = (id: string, agreed: boolean) =>
    change.run(async () => {
      await answered(
        commissionRecordResourceAnswer({
          path: { id: detail.commission.id, changeId: id },
          body: { agreed },
        }),
      );
      await queries.invalidateQueries();
    });
  return (
    <section className="sheet stack" aria-labelledby="changes-title">
      <header>
        <h2 id="changes-title" tabIndex={-1}>
          Changes of what was agreed
        </h2>
      </header>
      <FormProblem problem={change.problem} />
      <ul className="activity">
        {detail.changes.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{one.proposedBy}</strong> proposes: {said(one)}{' '}
              <Pill tone={one.status === 'agreed' ? 'good' : one.status === 'refused' ? 'calm' : 'warn'}>
                {one.status === 'agreed' ? 'Agreed' : one.status === 'refused' ? 'Refused' : 'Waiting'}
              </Pill>
            </span>
            <span className="line">{one.reason}</span>
            <span className="soft small">
              <When at={one.proposedAt} />
              {one.decidedBy && one.decidedAt && (
                <>
                  , {one.status} by {one.decidedBy}, <When at={one.decidedAt} />
                </>
              )}
            </span>
            {one.mayDecide && (
              <span className="actions">
                <button
                  className="button primary"
                  type="button"
                  aria-disabled={change.busy}
                  onClick={() => answer(one.id, true)}
                >
                  Agree
                </button>
                <button
                  className="button"
                  type="button"
                  aria-disabled={change.busy}
                  onClick={() => answer(one.id, false)}
                >
                  Refuse
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
