import { useQuery } from '@tanstack/react-query';
import { schoolResourceGet } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** One school, by its URN. */
export function useSchool(urn: number) {
  return useQuery({
    queryKey: ['school', urn],
    queryFn: () => answered(schoolResourceGet({ path: { urn } })),
  });
}
