import type { Outcome, Target } from '../api/types.gen';
import { eachYear, type Missing } from './missing';

/** A line of the table of outcomes: a value, a year without one, or what is to be reached. */
export type Line = { key: string; year: string } & (
  | { kind: 'value'; row: Outcome }
  | { kind: 'missing'; reason: string }
  | { kind: 'target'; target: Target }
);

/** The lines, newest year first; in its year a target stands above the values. */
export function linesOf(rows: Outcome[], missing: Missing[], targets: Target[]): Line[] {
  const known = new Set(rows.map((row) => row.academicYear));
  const lines: Line[] = [
    ...targets.map(
      (target): Line => ({ key: target.id, year: target.dueAcademicYear, kind: 'target', target }),
    ),
    ...rows.map(
      (row): Line => ({
        key: `${row.academicYear} ${row.assessmentPoint} ${row.source}`,
        year: row.academicYear,
        kind: 'value',
        row,
      }),
    ),
    ...missing.flatMap((one) =>
      eachYear(one)
        .filter((year) => !known.has(year))
        .map((year): Line => ({ key: year, year, kind: 'missing', reason: one.reason })),
    ),
  ];
  return lines.sort((one, other) => other.year.localeCompare(one.year));
}
