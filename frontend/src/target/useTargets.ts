import { useQueries } from '@tanstack/react-query';
import { priorityResourceList, targetResourceList } from '../api/sdk.gen';
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
