import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { mayIn, useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { useArrival } from '../ui/useArrival';
import { draftOf } from './CommentForm';
import { Comments } from './Comments';
import { type Subject, useCommentCount } from './useComments';

interface Props {
  subject: Subject;
  cycleId: string;
  /** What it is called, where others of its kind stand beside it. */
  about: string;
}

function labelOf(count: number | undefined): string {
  if (count === undefined) {
    return 'Comments';
  }
  return count === 0 ? 'Comment' : count === 1 ? '1 comment' : `${count} comments`;
}

/** The comments on one thing among others: how many, and open on demand or where somebody was led to them. */
export function CommentFold({ subject, cycleId, about }: Props) {
  const me = useMe();
  const place = `comments-${subject.id}`;
  const led = useLocation({ select: (location) => location.hash === place });
  const [open, setOpen] = useState(() => led || hasDraft(draftOf(me.id, subject.id)));
  const summary = useArrival<HTMLElement>(led);
  const count = useCommentCount(cycleId, subject);
  if (!mayIn(me, 'checkpoints:record', subject.school)) {
    return null;
  }
  return (
    <details className="unprinted" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={place} ref={summary}>
        {labelOf(count)}
        <span className="visually-hidden"> on {about}</span>
      </summary>
      {open && (
        <div className="stack apart-above">
          <Comments subject={subject} />
        </div>
      )}
    </details>
  );
}
