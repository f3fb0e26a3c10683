import type { CommissionStatus } from '../api/types.gen';
import { number } from '../ui/format';
import type { Tone } from '../ui/Pill';

export const STATUS: Record<CommissionStatus, { label: string; tone: Tone }> = {
  requested: { label: 'Requested', tone: 'warn' },
  matched: { label: 'Matched', tone: 'warn' },
  approved: { label: 'Approved', tone: 'warn' },
  active: { label: 'Under way', tone: 'good' },
  completed: { label: 'Completed', tone: 'good' },
  declined: { label: 'Declined', tone: 'calm' },
  cancelled: { label: 'Cancelled', tone: 'calm' },
};

/** The way of a commission that comes to its end. */
export const COURSE: CommissionStatus[] = ['requested', 'matched', 'approved', 'active', 'completed'];

/** What a school says of the difference that support made. */
export const DIFFERENCE: Record<number, string> = {
  1: 'No difference yet',
  2: 'Some difference',
  3: 'What was hoped for',
  4: 'More than was hoped for',
};

/** What a supporter says of what they gained. */
export const GAIN: Record<number, string> = {
  1: 'Nothing yet',
  2: 'Something',
  3: 'Much',
  4: 'More than they gave',
};

/** Pounds as people write them. */
export function pounds(amount: number): string {
  return `£${number(amount, Number.isInteger(amount) ? 0 : 2)}`;
}
