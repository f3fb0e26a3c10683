import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ingestJobResourceEvents, ingestJobResourceGet } from '../api/sdk.gen';
import type { IngestAnswer } from '../api/types.gen';
import { answered } from '../ui/problem';

const AGAIN = 1_000;

/** A job, followed by its stream of events until it has ended. */
export function useJob(id: string): UseQueryResult<IngestAnswer> {
  const queries = useQueryClient();
  const job = useQuery({
    queryKey: ['job', id],
    queryFn: () => answered(ingestJobResourceGet({ path: { id } })),
  });
  const running = job.data !== undefined && !job.data.endedAt;
  useEffect(() => {
    if (!running) {
      return;
    }
    const stop = new AbortController();
    follow(id, queries, stop.signal);
    return () => stop.abort();
  }, [id, running, queries]);
  return job;
}

/** The stream ends after some minutes, and is opened again while the job goes on. */
async function follow(id: string, queries: QueryClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { stream } = await ingestJobResourceEvents({ path: { id }, signal, sseDefaultRetryDelay: AGAIN });
    for await (const event of stream) {
      const now = event as unknown as IngestAnswer;
      if (now.endedAt) {
        // What is read now has its rows, which events do not have.
        await queries.invalidateQueries();
        return;
      }
      queries.setQueryData(['job', id], now);
    }
  }
}
