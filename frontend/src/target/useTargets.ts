import { useQueries } from '@tanstack/react-query';
import { planResourceGet } from '../api/sdk.gen';
import { planKey } from '../cycle/usePlan';
import { answered } from '../ui/problem';

/** The targets, milestones and actions of a few cycles, with the priorities that they belong to. */
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
    milestones: planned.flatMap(({ milestones }) => milestones),
    actions: planned.flatMap(({ actions }) => actions),
    failed: plans.find((one) => one.isError),
    waiting: plans.some((one) => one.isPending),
  };
}
