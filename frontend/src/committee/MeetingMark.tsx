import { Link } from '@tanstack/react-router';
import type { Meeting, MeetingStatus } from '../api/types.gen';
import { day } from '../ui/format';
import { MEETING } from './words';

const SIGNS: Record<MeetingStatus, [string, string]> = {
  planned: ['○', 'calm'],
  held: ['●', 'good'],
  cancelled: ['×', 'calm'],
};

/** A meeting in a month: how far it is as a sign, when it begins, and of which committee; it leads to its page. */
export function MeetingMark({ meeting }: { meeting: Meeting }) {
  const { id, status, startsAt, committeeName } = meeting;
  const [sign, tone] = SIGNS[status];
  const { label } = MEETING[status];
  return (
    <Link
      to="/meetings/$id"
      params={{ id }}
      className={status === 'cancelled' ? 'mark-link struck' : 'mark-link'}
      title={`Meeting, ${committeeName}, ${day(meeting.day)}: ${label.toLowerCase()}`}
    >
      <span className={`sign ${tone}`} aria-hidden="true">
        {sign}
      </span>{' '}
      {startsAt} Meeting, {committeeName}
      <span className="visually-hidden">, {label.toLowerCase()}</span>
    </Link>
  );
}
