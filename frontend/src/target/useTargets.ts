import { useQueries } from '@tanstack/react-query';
import { milestoneResourceList, priorityResourceList, targetResourceList } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** The targets of a few cycles, with the priorities that they belong to. */
export function useTargets(cycles: { id: string }[]) {
  const priorities = useQueries({
    queries: cycles.map(({ id }) => ({
      queryKey: ['priorities', id],
      queryFn: () => answered(priorityResourceList({ path: { id }, query: { pageSize: 100 } })),
    })),
  });
  const planned = priorities.flatMap((one) => one.data?.results ?? []);
  const targets = useQueries({
    queries: planned.map(({ id }) => ({
      queryKey: ['targets', id],
      queryFn: () => answered(targetResourceList({ path: { id }, query: { pageSize: 100 } })),
    })),
  });
  const all = [...priorities, ...targets];
  return {
    priorities: planned,
    targets: targets.flatMap((one) => one.data?.results ?? []),
    failed: all.find((one) => one.isError),
    waiting: all.some((one) => one.isPending),
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
