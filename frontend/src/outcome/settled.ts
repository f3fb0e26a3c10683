import type { Outcome } from '../api/types.gen';

/** One value per academic year and point: the published one where there is one. */
export function settled(rows: Outcome[]): Outcome[] {
  const best = new Map<string, Outcome>();
  for (const row of rows) {
    const key = `${row.academicYear} ${row.assessmentPoint}`;
    const known = best.get(key);
    if (!known || (row.source === 'published' && known.source !== 'published')) {
      best.set(key, row);
    }
  }
  return [...best.values()].sort((a, b) => a.date.localeCompare(b.date));
}
