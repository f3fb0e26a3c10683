import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ingestJobResourceList } from '../api/sdk.gen';
import type { IngestJobPage } from '../api/types.gen';
import { answered } from '../ui/problem';

const LOOK_AGAIN = 3_000;

/** Jobs, newest first; looked at again while one of them goes on. */
export function useJobs(query: { kind?: string; page?: number }): UseQueryResult<IngestJobPage> {
  return useQuery({
    queryKey: ['jobs', query],
    queryFn: () => answered(ingestJobResourceList({ query: { ...query, pageSize: 20 } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.results.some((job) => !job.endedAt) ? LOOK_AGAIN : false),
  });
}
