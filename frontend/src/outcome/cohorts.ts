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
