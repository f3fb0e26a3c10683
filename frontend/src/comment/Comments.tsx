import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { commentResourceWithdraw } from '../api/sdk.gen';
import type { Comment } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { Confirm } from '../ui/Confirm';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { CommentForm } from './CommentForm';
import { type Subject, useComments } from './useComments';

/** What people say about a thing, the newest last, and room to say more. */
export function Comments({ subject }: { subject: Subject }) {
  const comments = useComments(subject);
  return (
    <>
      {comments.isPending && <Loading what="comments" />}
      {comments.isError && <Failed cause={comments.error} retry={() => comments.refetch()} />}
      {comments.data?.length === 0 && <p className="soft">Nobody has said anything here yet.</p>}
      {comments.data && comments.data.length > 0 && (
        <ol className="activity">
          {comments.data.map((comment) => (
            <Said key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      <CommentForm subject={subject} />
    </>
  );
}

/** The comments on the thing that a page is about; nothing for those who read the assurance view. */
export function CommentSheet({ subject, apart }: { subject: Subject; apart?: string }) {
  if (!mayIn(useMe(), 'checkpoints:record', subject.school)) {
    return null;
  }
  return (
    <section className="sheet stack unprinted" aria-labelledby="comments-title">
      <h2 id="comments-title">Comments</h2>
      {apart && <p className="soft small">{apart}</p>}
      <Comments subject={subject} />
    </section>
  );
}

function Said({ comment }: { comment: Comment }) {
  const queries = useQueryClient();
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <li>
      {comment.withdrawnAt ? (
        <p className="soft">Withdrawn by its author</p>
      ) : (
        <p className="line">{comment.text}</p>
      )}
      {comment.mentions.length > 0 && <p className="small">For {comment.mentions.join(', ')}</p>}
      <p className="soft small">
        {comment.author}, <When at={comment.at} />{' '}
        {comment.mine && !comment.withdrawnAt && (
          <button className="button quiet" type="button" onClick={() => setWithdrawing(true)}>
            Withdraw
          </button>
        )}
      </p>
      {withdrawing && (
        <Confirm
          title="Withdraw this comment?"
          action="Withdraw it"
          work={async () => {
            await answered(commentResourceWithdraw({ path: { id: comment.id } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setWithdrawing(false)}
        >
          What you said is gone then, for everybody. That you said something stays.
        </Confirm>
      )}
    </li>
  );
}
