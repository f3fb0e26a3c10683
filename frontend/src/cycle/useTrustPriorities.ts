import { useQuery } from '@tanstack/react-query';
import { priorityResourceOfTrust } from '../api/sdk.gen';
import type { TrustPriority } from '../api/types.gen';
import { answered } from '../ui/problem';

/** The priorities of the trust in a year, as much as schools know of them; none until they are known. */
export function useTrustPriorities(academicYear: string, enabled = true): TrustPriority[] {
  const found = useQuery({
    queryKey: ['trust-priorities', academicYear],
    queryFn: () => answered(priorityResourceOfTrust({ query: { academicYear } })),
    enabled,
  });
  return found.data?.results ?? [];
}
