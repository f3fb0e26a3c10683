import type { Measure, Outcome } from '../api/types.gen';
import { byYear } from './byYear';

/** A school in the table of the trust: its value of each year, how it has moved, and how far its groups are apart. */
export interface SchoolRow {
  kind: 'school';
  urn: number;
  name: string;
  byYear: Record<string, Outcome | undefined>;
  /** Disadvantaged less others in the year that is looked at. */
  gap?: number;
}

/** What stands in a cell, of whatever it is a value. */
export type Cell = Pick<Outcome, 'display' | 'value' | 'cohortSize'> &
  Partial<Pick<Outcome, 'resultStatus' | 'partial'>>;

/** What schools are held against: the trust, England. */
export interface BesideRow {
  kind: 'beside';
  name: string;
  byYear: Record<string, Cell | undefined>;
}

/** The orders that there are, and what they are called. */
export const SORTS = {
  name: 'Name',
  worst: 'Weakest first',
  best: 'Strongest first',
  change: 'Largest fall',
  gap: 'Widest gap',
  pupils: 'Most pupils',
};

export type TrustSort = keyof typeof SORTS;

/** The schools that have a value. */
export function schoolRows(
  results: Outcome[],
  nameOf: (urn: number) => string,
  gaps: Map<number, number>,
): SchoolRow[] {
  return [...new Set(results.map((row) => row.schoolUrn))].map((urn) => {
    const gap = gaps.get(urn);
    return {
      kind: 'school',
      urn,
      name: nameOf(urn),
      byYear: byYear(results.filter((row) => row.schoolUrn === urn)),
      ...(gap === undefined ? {} : { gap }),
    };
  });
}

/** A year less the one before it that has a value. */
export function changeTo(year: string, { byYear }: Pick<BesideRow, 'byYear'>): number | undefined {
  const before = Object.keys(byYear)
    .filter((one) => one < year && byYear[one]?.value != null)
    .sort()
    .at(-1);
  const [now, then] = [byYear[year]?.value, byYear[before ?? '']?.value];
  return now == null || then == null ? undefined : now - then;
}

/** The year that one looks at first: the newest in which not every value is provisional, else the newest. */
export function settledYear(years: string[], rows: Outcome[]): string | undefined {
  return (
    years.findLast((year) =>
      rows.some((row) => row.academicYear === year && row.resultStatus !== 'provisional'),
    ) ?? years.at(-1)
  );
}

/** The value of England beside each year. */
export function england(
  results: Outcome[],
  say: (value: number) => string,
): Record<string, { display: string; value: number } | undefined> {
  const byYear: Record<string, { display: string; value: number } | undefined> = {};
  for (const { academicYear, benchmarks } of results) {
    if (benchmarks.england != null) {
      byYear[academicYear] = { display: say(benchmarks.england), value: benchmarks.england };
    }
  }
  return byYear;
}

/** Sorts schools, those first that one looks for; one without the figure goes to the end. */
export function sorted(
  rows: SchoolRow[],
  sort: TrustSort,
  year: string | undefined,
  measure: Pick<Measure, 'better'> | undefined,
): SchoolRow[] {
  const up = measure?.better === 'lower' ? -1 : 1;
  const figure = (row: SchoolRow): number | undefined => {
    const { value, cohortSize } = row.byYear[year ?? ''] ?? {};
    switch (sort) {
      case 'best':
        return value == null ? undefined : up * value;
      case 'worst':
        return value == null ? undefined : -up * value;
      case 'change': {
        const change = year && changeTo(year, row);
        return typeof change === 'number' ? -up * change : undefined;
      }
      case 'gap':
        return row.gap === undefined ? undefined : Math.abs(row.gap);
      case 'pupils':
        return cohortSize ?? undefined;
      default:
        return undefined;
    }
  };
  const place = (row: SchoolRow) => figure(row) ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted(
    (one, other) =>
      (place(one) === place(other) ? 0 : place(other) - place(one)) || one.name.localeCompare(other.name),
  );
}
