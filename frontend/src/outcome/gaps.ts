import type { Measure, Outcome } from '../api/types.gen';
import { lower, number } from '../ui/format';
import { GROUPS } from './groups';

/** Two groups of pupils that are looked at side by side: the one that is asked about, and the one that it is held against. */
export const PAIRS = {
  disadvantage: ['DISADVANTAGED', 'NOT_DISADVANTAGED'],
  sex: ['MALE', 'FEMALE'],
  'sen-support': ['SEN_SUPPORT', 'NO_SEN'],
  ehcp: ['EHCP', 'NO_SEN'],
  language: ['EAL', 'NOT_EAL'],
  'prior-attainment': ['PRIOR_LOW', 'PRIOR_HIGH'],
} as const satisfies Record<string, readonly [string, string]>;

export type Pair = keyof typeof PAIRS;

/** What two groups are called together. */
export function pairLabel(pair: Pair): string {
  const [one, other] = PAIRS[pair];
  return `${GROUPS[one]} against ${lower(GROUPS[other] ?? '')}`;
}

/** How far two groups are apart in a year, from one source. */
export interface Gap {
  key: string;
  academicYear: string;
  date: string;
  one: Outcome;
  other: Outcome;
  /** The first less the second, unrounded; absent where one of the two has no value. */
  value?: number;
  /** The same for England. */
  england?: number;
  /** A figure, or the symbol that says why there is none. */
  display: string;
}

/** The gaps of two groups, oldest first: of each year and term the published one where both values are published. */
export function gapsOf(one: Outcome[], other: Outcome[]): Gap[] {
  const best = new Map<string, Gap>();
  for (const row of one) {
    const beside = other.find(
      (candidate) =>
        candidate.academicYear === row.academicYear &&
        candidate.assessmentPoint === row.assessmentPoint &&
        candidate.source === row.source,
    );
    if (!beside) {
      continue;
    }
    const gap = gapOf(row, beside);
    const known = best.get(gap.key);
    const betterKnown = gap.value !== undefined && known?.value === undefined;
    const asKnown = (gap.value === undefined) === (known?.value === undefined);
    if (!known || betterKnown || (asKnown && row.source === 'published')) {
      best.set(gap.key, gap);
    }
  }
  return [...best.values()].sort((a, b) => a.date.localeCompare(b.date));
}

function gapOf(one: Outcome, other: Outcome): Gap {
  const value = difference(one.value, other.value);
  const england = difference(one.benchmarks.england, other.benchmarks.england);
  return {
    key: `${one.academicYear} ${one.assessmentPoint}`,
    academicYear: one.academicYear,
    date: [one.date, other.date].sort().at(-1) ?? one.date,
    one,
    other,
    ...(value === undefined ? {} : { value }),
    ...(england === undefined ? {} : { england }),
    display: one.value == null ? one.display : other.value == null ? other.display : '',
  };
}

function difference(one: number | null | undefined, other: number | null | undefined): number | undefined {
  return one == null || other == null ? undefined : one - other;
}

/** A difference with its sign and one decimal, so that it agrees with rounded values on both sides. */
export function apart(value: number, measure: Pick<Measure, 'decimals'>): string {
  const decimals = Math.max(1, measure.decimals);
  const rounded = Number(value.toFixed(decimals)) || 0;
  return `${rounded > 0 ? '+' : ''}${number(rounded, decimals)}`;
}
