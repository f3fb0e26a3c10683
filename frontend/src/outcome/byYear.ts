import type { Outcome } from '../api/types.gen';
import { TERMS } from './search';

/** One value of each year: the latest term, and of it the published one where there is one. */
export function byYear<R extends Pick<Outcome, 'academicYear' | 'assessmentPoint' | 'source'>>(
  rows: R[],
): Record<string, R | undefined> {
  const best: Record<string, R | undefined> = {};
  for (const row of rows) {
    const known = best[row.academicYear];
    const later = known && TERMS.indexOf(row.assessmentPoint) - TERMS.indexOf(known.assessmentPoint);
    if (!known || later === undefined || later > 0 || (later === 0 && row.source === 'published')) {
      best[row.academicYear] = row;
    }
  }
  return best;
}
