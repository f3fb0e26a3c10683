import { useQuery } from '@tanstack/react-query';
import { goodPracticeResourceList } from '../api/sdk.gen';
import type { Priority } from '../api/types.gen';
import { answered } from '../ui/problem';

/**
 * What was published as good practice from a priority and is not taken back: null when nothing was, undefined until it is
 * known. Asked once for all of a school.
 */
export function usePublished({ id, schoolUrn }: Priority, enabled: boolean) {
  const school = schoolUrn ?? undefined;
  const practices = useQuery({
    queryKey: ['good-practice', 'of', school],
    queryFn: () => answered(goodPracticeResourceList({ query: { schoolUrn: school, pageSize: 200 } })),
    enabled,
  });
  return practices.data && (practices.data.results.find(({ priorityId }) => priorityId === id) ?? null);
}
