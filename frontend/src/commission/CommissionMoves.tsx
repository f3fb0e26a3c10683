import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  commissionCourseResourceAccept,
  commissionCourseResourceAgree,
  commissionCourseResourceCancel,
  commissionCourseResourceComplete,
  commissionCourseResourceDecline,
} from '../api/sdk.gen';
import type { CommissionDetail } from '../api/types.gen';
import { useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useChange } from '../ui/useChange';
import { ProposeChange } from './ProposeChange';

type Move = 'agree' | 'decline' | 'cancel' | 'change';

/** What one can do with a commission as a whole. */
export function CommissionMoves({ detail }: { detail: CommissionDetail }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const [move, setMove] = useState<Move>();
  const { commission, may, agreement } = detail;
  const path = { id: commission.id };
  const close = () => setMove(undefined);
  const done = async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries();
  };
  return (
    <>
      <FormProblem problem={change.problem} />
      {commission.status === 'approved' && !agreement && !may.agree && (
        <p className="small">
          The school, or a trust leader, writes down what is agreed; then it can be accepted.
        </p>
      )}
      <div className="actions">
        {may.accept && (
          <button
            className="button primary"
            type="button"
            aria-disabled={change.busy}
            onClick={() => change.run(() => done(answered(commissionCourseResourceAccept({ path }))))}
          >
            {commission.partnerId ? `${commission.supporter} accepts it` : 'Accept it'}
          </button>
        )}
        {may.agree && (
          <button
            className={agreement ? 'button' : 'button primary'}
            type="button"
            onClick={() => setMove('agree')}
          >
            {agreement ? 'Change what is agreed' : 'Write down what is agreed'}
          </button>
        )}
        {may.complete && (
          <button
            className="button primary"
            type="button"
            aria-disabled={change.busy}
            onClick={() => change.run(() => done(answered(commissionCourseResourceComplete({ path }))))}
          >
            Complete it
          </button>
        )}
        {may.propose && (
          <button className="button" type="button" onClick={() => setMove('change')}>
            Propose a change
          </button>
        )}
        {may.decline && (
          <button className="button quiet" type="button" onClick={() => setMove('decline')}>
            Decline
          </button>
        )}
        {may.cancel && (
          <button className="button quiet" type="button" onClick={() => setMove('cancel')}>
            Cancel the support
          </button>
        )}
      </div>
      {move === 'agree' && (
        <AskDialog
          title="What is agreed"
          action="Save"
          initial={{ text: agreement ?? '' }}
          asked={() => [
            {
              name: 'text',
              label: 'What each does, when, and how both will know that it works',
              kind: 6,
              most: 4000,
            },
          ]}
          work={({ text }) =>
            done(answered(commissionCourseResourceAgree({ path, body: { text: text ?? '' } })))
          }
          onClose={close}
        />
      )}
      {move === 'change' && <ProposeChange detail={detail} onClose={close} />}
      {move === 'decline' && (
        <ReasonDialog
          draftKey={`${me.id} decline of ${commission.id}`}
          title="Decline this support?"
          action="Decline"
          work={(reason) => done(answered(commissionCourseResourceDecline({ path, body: { reason } })))}
          onClose={close}
        >
          It ends by this, and the days are free again. It can be asked for anew.
        </ReasonDialog>
      )}
      {move === 'cancel' && (
        <ReasonDialog
          draftKey={`${me.id} cancellation of ${commission.id}`}
          title="Cancel this support?"
          action="Cancel the support"
          work={(reason) => done(answered(commissionCourseResourceCancel({ path, body: { reason } })))}
          onClose={close}
        >
          Days that were given stay given; the others are free again.
        </ReasonDialog>
      )}
    </>
  );
}
