import { may, useMe } from '../app/me';
import { useCycleOf } from '../cycle/useCycles';
import { useTargets } from '../target/useTargets';
import { academicYearOf } from '../ui/format';

/** The targets of this year's cycle of a school for a measure, a group and a year group, as far as one may see them. */
export function useCurrentTargets(urn: number, measureCode: string, pupilGroup: string, cohort?: string) {
  const readsCycles = may(useMe(), 'cycles:read', urn);
  const cycles = useCycleOf(urn, academicYearOf(new Date()), readsCycles);
  const { targets } = useTargets(cycles.data?.results ?? []);
  return targets.filter(
    (target) =>
      target.measureCode === measureCode &&
      target.pupilGroup === pupilGroup &&
      (cohort === undefined || target.cohort === cohort),
  );
}
