/** The year groups that outcomes and targets are about, youngest first. */
export const COHORTS: string[] = [
  'ALL',
  'N1',
  'N2',
  'R',
  ...Array.from({ length: 13 }, (_, at) => String(at + 1)),
];

/** A year group as schools say it. */
export function cohortLabel(cohort: string): string {
  switch (cohort) {
    case 'ALL':
      return 'All year groups';
    case 'N1':
      return 'Nursery, first year';
    case 'N2':
      return 'Nursery, second year';
    case 'R':
      return 'Reception';
    default:
      return `Year ${cohort}`;
  }
}

/** The year groups that some outcomes are about, and the one that is shown: the one asked for, else all, else the oldest. */
export function cohortsOf(
  rows: { cohort: string }[],
  asked: string | undefined,
): { cohorts: string[]; cohort: string | undefined } {
  const cohorts = COHORTS.filter((cohort) => rows.some((row) => row.cohort === cohort));
  const cohort = [asked, 'ALL', cohorts.at(-1)].find((one) => one && cohorts.includes(one));
  return { cohorts, cohort };
}
