import type { Action } from '../api/types.gen';
import type { Tone } from '../ui/Pill';

type Status = Pick<Action, 'status' | 'overdue' | 'endedOn'>;

export const STATUSES: Record<Action['status'], string> = {
  planned: 'Planned',
  'under-way': 'Under way',
  done: 'Done',
};

/** How an action stands, in a word and a tone: what is wrong with it comes before how far it is. */
export function standing({ status, overdue, endedOn }: Status): { label: string; tone: Tone } {
  if (endedOn) {
    return { label: 'Ended', tone: 'calm' };
  }
  if (status === 'done') {
    return { label: 'Done', tone: 'good' };
  }
  return overdue
    ? { label: 'Overdue', tone: 'bad' }
    : { label: STATUSES[status], tone: status === 'under-way' ? 'good' : 'calm' };
}

/** Whether something can still be reported of it. */
export function isOpen({ status, endedOn }: Pick<Action, 'status' | 'endedOn'>): boolean {
  return status !== 'done' && !endedOn;
}
