import type { Benchmarks, Outcome } from '../api/types.gen';

export type Benchmark = keyof Benchmarks;

/** What a school is compared with, and how it looks in a chart. */
export const BENCHMARKS: Record<Benchmark, { label: string; look: number }> = {
  england: { label: 'England', look: 2 },
  localAuthority: { label: 'Local authority', look: 3 },
  trust: { label: 'Trust', look: 4 },
  similarSchools: { label: 'Similar schools', look: 5 },
};

const ALL = Object.keys(BENCHMARKS) as Benchmark[];

/** Those of which there is a value beside some row. */
export function known(rows: Pick<Outcome, 'benchmarks'>[]): Benchmark[] {
  return ALL.filter((benchmark) => rows.some((row) => row.benchmarks[benchmark] != null));
}

/** Those that an address asks for; all where it does not say. */
export function asked(compare: string | undefined): Benchmark[] {
  const said = compare?.split(',');
  return said ? ALL.filter((benchmark) => said.includes(benchmark)) : ALL;
}

/** What an address says when one is switched on or off. */
export function switched(compare: string | undefined, benchmark: Benchmark): string | undefined {
  const before = asked(compare);
  const after = ALL.filter((one) => before.includes(one) !== (one === benchmark));
  return after.length === ALL.length ? undefined : after.join(',') || 'none';
}
