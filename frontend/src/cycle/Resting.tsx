import { Link } from '@tanstack/react-router';
import type { Priority } from '../api/types.gen';

/** Evidence from its other end: the priorities that rest on it. */
export function Resting({ priorities, reference }: { priorities: Priority[]; reference: string }) {
  const resting = priorities.filter(({ evidence }) => evidence.some((one) => one.reference === reference));
  if (resting.length === 0) {
    return null;
  }
  return (
    <p className="small">
      {resting.length === 1 ? 'A priority rests on this: ' : 'Priorities rest on this: '}
      {resting.map((priority, at) => (
        <span key={priority.id}>
          {at > 0 && ', '}
          <Link to="/cycles/$id" params={{ id: priority.cycleId }} hash={`priority-${priority.id}`}>
            {priority.title} ({priority.academicYear})
          </Link>
        </span>
      ))}
    </p>
  );
}
