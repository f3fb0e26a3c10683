import { useQuery } from '@tanstack/react-query';
import { priorityResourceRestingOn } from '../api/sdk.gen';
import type { EvidenceKind, Priority } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { answered } from '../ui/problem';

/** The priorities of a school that rest on evidence of a kind; none for those who may not see them. */
export function useResting(urn: number, evidenceKind: EvidenceKind): Priority[] {
  const me = useMe();
  const found = useQuery({
    queryKey: ['priorities', 'resting', urn, evidenceKind],
    queryFn: () =>
      answered(priorityResourceRestingOn({ query: { evidenceKind, schoolUrn: urn, pageSize: 100 } })),
    enabled: may(me, 'cycles:read', urn),
  });
  return found.data?.results ?? [];
}
