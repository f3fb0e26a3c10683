import type { Measure, Outcome } from '../api/types.gen';
import { TERMS } from './search';

/** A school in the table of the trust: its value of each year, how it has moved, and how far its groups are apart. */
export interface SchoolRow {
  kind: 'school';
  urn: number;
  name: string;
  byYear: Record<string, Outcome | undefined>;
  /** The latest year less the one before that has a value. */
  change?: number;
  /** Disadvantaged less others in the latest year. */
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
  worst: 'Weakest in the latest year',
  best: 'Strongest in the latest year',
  change: 'Largest fall',
  gap: 'Widest gap',
  pupils: 'Most pupils',
};

export type TrustSort = keyof typeof SORTS;

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

/** The schools that have a value, with what is seen at a glance. */
export function schoolRows(
  results: Outcome[],
  { years, nameOf, gaps }: { years: string[]; nameOf: (urn: number) => string; gaps: Map<number, number> },
): SchoolRow[] {
  return [...new Set(results.map((row) => row.schoolUrn))].map((urn) => {
    const own = byYear(results.filter((row) => row.schoolUrn === urn));
    const values = years.map((year) => own[year]?.value);
    const latest = values.at(-1);
    const before = values.slice(0, -1).findLast((value) => value != null);
    const gap = gaps.get(urn);
    return {
      kind: 'school',
      urn,
      name: nameOf(urn),
      byYear: own,
      ...(latest != null && before != null ? { change: latest - before } : {}),
      ...(gap === undefined ? {} : { gap }),
    };
  });
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
  latest: string | undefined,
  measure: Pick<Measure, 'better'> | undefined,
): SchoolRow[] {
  const up = measure?.better === 'lower' ? -1 : 1;
  const figure = (row: SchoolRow): number | undefined => {
    const { value, cohortSize } = row.byYear[latest ?? ''] ?? {};
    switch (sort) {
      case 'best':
        return value == null ? undefined : up * value;
      case 'worst':
        return value == null ? undefined : -up * value;
      case 'change':
        return row.change === undefined ? undefined : -up * row.change;
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
