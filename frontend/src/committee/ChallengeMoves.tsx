import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { challengeResourceAnswer, challengeResourceJudge, challengeResourceWithdraw } from '../api/sdk.gen';
import type { Challenge } from '../api/types.gen';
import { useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';

type Move = 'answer' | 'satisfied' | 'not-satisfied' | 'withdraw';

/** What somebody can do with a challenge: answer it, say whether the committee is satisfied, withdraw it. */
export function ChallengeMoves({ challenge }: { challenge: Challenge }) {
  const me = useMe();
  const queries = useQueryClient();
  const [move, setMove] = useState<Move>();
  const path = { id: challenge.id };
  const close = () => setMove(undefined);
  const done = async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries();
  };
  if (!challenge.mayAnswer && !challenge.mayJudge && !challenge.mayWithdraw) {
    return null;
  }
  return (
    <>
      <div className="actions">
        {challenge.mayAnswer && (
          <button className="button primary" type="button" onClick={() => setMove('answer')}>
            {challenge.status === 'answered' ? 'Add to the answer' : 'Answer'}
          </button>
        )}
        {challenge.mayJudge && (
          <>
            <button className="button primary" type="button" onClick={() => setMove('satisfied')}>
              Satisfied
            </button>
            <button className="button" type="button" onClick={() => setMove('not-satisfied')}>
              Not satisfied
            </button>
          </>
        )}
        {challenge.mayWithdraw && (
          <button className="button quiet" type="button" onClick={() => setMove('withdraw')}>
            Withdraw
          </button>
        )}
      </div>
      {move === 'answer' && (
        <AskDialog
          title="Answer the challenge"
          action="Answer"
          asked={() => [{ name: 'text', label: 'Answer', kind: 6, most: 8000 }]}
          work={({ text }) => done(answered(challengeResourceAnswer({ path, body: { text: text ?? '' } })))}
          onClose={close}
        >
          <p>{challenge.question}</p>
        </AskDialog>
      )}
      {move === 'satisfied' && (
        <ReasonDialog
          draftKey={`${me.id} satisfied with ${challenge.id}`}
          title="Is the committee satisfied?"
          action="Satisfied"
          work={(reason) =>
            done(answered(challengeResourceJudge({ path, body: { satisfied: true, reason } })))
          }
          onClose={close}
        >
          The challenge is settled by this, and stays on the record.
        </ReasonDialog>
      )}
      {move === 'not-satisfied' && (
        <AskDialog
          title="The committee is not satisfied"
          action="Not satisfied"
          asked={() => [
            { name: 'reason', label: 'Reason', hint: 'It is recorded', kind: 4, most: 4000 },
            { name: 'answerBy', label: 'To be answered again by', kind: 'date' },
          ]}
          work={({ reason, answerBy }) =>
            done(
              answered(
                challengeResourceJudge({
                  path,
                  body: { satisfied: false, reason: reason ?? '', answerBy: answerBy || undefined },
                }),
              ),
            )
          }
          onClose={close}
        >
          <p>It comes back on the next agenda.</p>
        </AskDialog>
      )}
      {move === 'withdraw' && (
        <ReasonDialog
          draftKey={`${me.id} withdrawal of ${challenge.id}`}
          title="Withdraw this challenge?"
          action="Withdraw"
          work={(reason) => done(answered(challengeResourceWithdraw({ path, body: { reason } })))}
          onClose={close}
        >
          It stays on the record, as withdrawn.
        </ReasonDialog>
      )}
    </>
  );
}
