import { useQuery } from '@tanstack/react-query';
import { planResourceGet } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** Under which key the plan of a cycle is kept. */
export function planKey(cycleId: string): string[] {
  return ['plan', cycleId];
}

/** The plan of a cycle as a whole: priorities with their targets and actions; nothing until the cycle is known. */
export function usePlan(cycleId: string | undefined) {
  return useQuery({
    queryKey: planKey(cycleId ?? ''),
    queryFn: () => answered(planResourceGet({ path: { id: cycleId ?? '' } })),
    enabled: cycleId !== undefined,
  });
}
