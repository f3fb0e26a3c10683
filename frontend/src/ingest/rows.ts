import type { IngestAnswer } from '../api/types.gen';

/** A message of the service about a file, with its rows numbered as people see them in their spreadsheet. */
export function forPeople(message: string, { firstRow }: Pick<IngestAnswer, 'firstRow'>): string {
  return message.replace(/\b([Rr]ow) (\d+) \(from 0\)/g, (_, row, at) => `${row} ${Number(at) + firstRow}`);
}

/** What became of the rows, in the words of the screen: those in quarantine wait. */
export const COUNTED: Record<keyof IngestAnswer['counts'], string> = {
  received: 'Received',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  rejected: 'Rejected',
  quarantined: 'Waiting',
};
