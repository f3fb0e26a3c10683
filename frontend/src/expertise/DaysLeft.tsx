import type { ExpertCapacity } from '../api/types.gen';
import { Pill } from '../ui/Pill';
import { ShareBar } from '../ui/ShareBar';
import { daysLeft } from './words';

/** What is left of somebody's days: drawn, and in words. */
export function DaysLeft({ capacity }: { capacity: Pick<ExpertCapacity, 'offered' | 'promised' | 'free'> }) {
  const { offered, promised, free } = capacity;
  if (free < 0) {
    return <Pill tone="warn">{daysLeft(capacity)}</Pill>;
  }
  return (
    <div>
      {offered > 0 && <ShareBar shares={[promised, free]} />}
      {daysLeft(capacity)}
    </div>
  );
}
