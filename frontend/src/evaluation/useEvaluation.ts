import { useQuery } from '@tanstack/react-query';
import { evaluationResourceOfCycle } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** How the priorities of a cycle came out: what is known, and what people make of it. */
export function useEvaluation(cycleId: string) {
  return useQuery({
    queryKey: ['evaluation', cycleId],
    queryFn: () => answered(evaluationResourceOfCycle({ path: { id: cycleId } })),
  });
}
