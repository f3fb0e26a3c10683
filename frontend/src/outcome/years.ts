import type { Outcome } from '../api/types.gen';

const FEW = 5;

/** The calendar year in which an academic year starts. */
export function startOf(year: string): number {
  return Number(year.slice(0, 4));
}

/** The academic year that starts in a calendar year. */
export function yearFrom(start: number): string {
  return `${start}/${start + 1}`;
}

/** The academic years that are shown, oldest first and without a hole: the last five up to the newest value, or all. */
export function yearsShown(rows: Pick<Outcome, 'academicYear'>[], all: boolean): string[] {
  if (rows.length === 0) {
    return [];
  }
  const starts = rows.map((row) => startOf(row.academicYear));
  const last = Math.max(...starts);
  const first = all ? Math.min(...starts) : last - FEW + 1;
  return Array.from({ length: last - first + 1 }, (_, at) => yearFrom(first + at));
}
