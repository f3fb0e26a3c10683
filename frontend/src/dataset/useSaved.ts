import { useQuery } from '@tanstack/react-query';
import { savedQueryResourceList } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** So many can be kept. */
const MOST = 200;

/** The questions that somebody keeps. */
export function useSaved() {
  return useQuery({
    queryKey: ['saved-queries'],
    queryFn: () => answered(savedQueryResourceList({ query: { pageSize: MOST } })),
  });
}
