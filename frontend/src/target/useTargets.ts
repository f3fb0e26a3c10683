import { useQueries } from '@tanstack/react-query';
import { milestoneResourceList, planResourceGet } from '../api/sdk.gen';
import { planKey } from '../cycle/usePlan';
import { answered } from '../ui/problem';

/** The targets of a few cycles, with the priorities that they belong to. */
export function useTargets(cycles: { id: string }[]) {
  const plans = useQueries({
    queries: cycles.map(({ id }) => ({
      queryKey: planKey(id),
      queryFn: () => answered(planResourceGet({ path: { id } })),
    })),
  });
  const planned = plans.flatMap((one) => one.data?.priorities ?? []);
  return {
    priorities: planned.map(({ priority }) => priority),
    targets: planned.flatMap(({ targets }) => targets),
    failed: plans.find((one) => one.isError),
    waiting: plans.some((one) => one.isPending),
  };
}

/** The targets without a number of some priorities. */
export function useMilestones(priorities: { id: string }[]) {
  const milestones = useQueries({
    queries: priorities.map(({ id }) => ({
      queryKey: ['milestones', id],
      queryFn: () => answered(milestoneResourceList({ path: { id }, query: { pageSize: 100 } })),
    })),
  });
  return {
    milestones: milestones.flatMap((one) => one.data?.results ?? []),
    failed: milestones.find((one) => one.isError),
    waiting: milestones.some((one) => one.isPending),
  };
}
