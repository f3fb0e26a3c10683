import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { colleagueResourceReaders, commentResourceCounts, commentResourceList } from '../api/sdk.gen';
import type { Comment, ThingKind } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { everyPage } from '../ui/everyPage';
import { answered } from '../ui/problem';

/** What can be talked about. */
export interface Subject {
  kind: Exclude<ThingKind, 'cycle'>;
  id: string;
  /** Its school; none for what belongs to the trust. */
  school: number | undefined;
}

const PAGE = 200;
const FEW_PEOPLE = 8;

/** What was said about a thing, the newest last. */
export function useComments({ kind, id }: Subject) {
  return useQuery({
    queryKey: ['comments', id],
    queryFn: (): Promise<Comment[]> =>
      everyPage((page) =>
        answered(commentResourceList({ query: { subjectKind: kind, subjectId: id, page, pageSize: PAGE } })),
      ),
  });
}

/** How much was said about each thing of a cycle: asked once for all of them, by those who may read comments. */
export function useCommentCount(cycleId: string, { id, school }: Subject): number | undefined {
  const counts = useQuery({
    queryKey: ['comment-counts', cycleId],
    queryFn: () => answered(commentResourceCounts({ path: { id: cycleId } })),
    enabled: mayIn(useMe(), 'checkpoints:record', school),
  });
  return counts.data && (counts.data.results.find(({ subjectId }) => subjectId === id)?.comments ?? 0);
}

/** Who can be mentioned, by part of a name. */
export function useReaders(school: number | undefined, search: string, enabled: boolean) {
  return useQuery({
    queryKey: ['readers', school, search],
    queryFn: () =>
      answered(
        colleagueResourceReaders({
          query: { schoolUrn: school, search: search || undefined, pageSize: FEW_PEOPLE },
        }),
      ),
    placeholderData: keepPreviousData,
    enabled,
  });
}
