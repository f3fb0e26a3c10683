import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  notificationResourceList,
  notificationResourceRead,
  notificationResourceReadAll,
} from '../api/sdk.gen';
import { answered } from '../ui/problem';

const PAGE = 25;
const EVERY_MINUTE = 60_000;

/** How many notifications are unread: asked again every minute while the page is to be seen. */
export function useUnread(): number {
  const unread = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => answered(notificationResourceList({ query: { unread: true, pageSize: 1 } })),
    refetchInterval: EVERY_MINUTE,
  });
  return unread.data?.unread ?? 0;
}

/** What somebody is told, a page of it. */
export function useNotifications(unread: boolean, page: number) {
  return useQuery({
    queryKey: ['notifications', { unread, page }],
    queryFn: () =>
      answered(notificationResourceList({ query: { unread: unread || undefined, page, pageSize: PAGE } })),
    placeholderData: keepPreviousData,
  });
}

/** Marks one as read, or all of them. */
export function useReading(): (id?: string) => Promise<void> {
  const queries = useQueryClient();
  return async (id) => {
    await answered(id ? notificationResourceRead({ path: { id } }) : notificationResourceReadAll());
    await queries.invalidateQueries({ queryKey: ['notifications'] });
  };
}
