import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { checkpointResourceList, checkpointResourceTypes } from '../api/sdk.gen';
import type { CheckpointResourceListData } from '../api/types.gen';
import { answered } from '../ui/problem';

type Wanted = NonNullable<CheckpointResourceListData['query']>;

/** The checkpoints that are wanted. */
export function useCheckpoints(query: Wanted, enabled = true) {
  return useQuery({
    queryKey: ['checkpoints', query],
    queryFn: () => answered(checkpointResourceList({ query })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The types of checkpoints that can be chosen. */
export function useTypes() {
  return useQuery({
    queryKey: ['checkpoint-types'],
    queryFn: () => answered(checkpointResourceTypes()),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
