import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import {
  concernDraftResourceDelete,
  concernDraftResourceGet,
  concernDraftResourceSave,
} from '../api/sdk.gen';
import type { ConcernDraft } from '../api/types.gen';
import { answered } from '../ui/problem';

const PAUSE = 1_000;

/** The concern that somebody is writing: kept by the service a moment after each pause, and nowhere in the browser. */
export function useConcernDraft(wanted: boolean) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const draft = useQuery({
    queryKey: ['concern-draft'],
    queryFn: () => answered(concernDraftResourceGet()),
    enabled: wanted,
    gcTime: 0,
    staleTime: 0,
  });
  return {
    draft,
    keep: (typed: ConcernDraft) => {
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => {
        // What cannot be kept now is kept with the next pause, or raised.
        answered(concernDraftResourceSave({ body: typed })).catch(() => undefined);
      }, PAUSE);
    },
    settled: () => clearTimeout(waiting.current),
    forget: () => {
      clearTimeout(waiting.current);
      answered(concernDraftResourceDelete()).catch(() => undefined);
    },
  };
}
