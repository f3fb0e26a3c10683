import type { Outcome } from '../api/types.gen';
import { academicYearOf } from '../ui/format';

/** So many years that are over, and the one that is under way. */
const FEW = 5;

/** The calendar year in which an academic year starts. */
export function startOf(year: string): number {
  return Number(year.slice(0, 4));
}

/** The academic year that starts in a calendar year. */
export function yearFrom(start: number): string {
  return `${start}/${start + 1}`;
}

/** The academic years that are shown, oldest first and without a hole: the last five that are over and the present one, or all. */
export function yearsShown(
  rows: Pick<Outcome, 'academicYear'>[],
  all: boolean,
  present = academicYearOf(new Date()),
): string[] {
  if (rows.length === 0) {
    return [];
  }
  const starts = rows.map((row) => startOf(row.academicYear));
  const last = Math.max(...starts);
  const few = last - FEW + (last === startOf(present) ? 0 : 1);
  const first = all ? Math.min(...starts) : few;
  return Array.from({ length: last - first + 1 }, (_, at) => yearFrom(first + at));
}
