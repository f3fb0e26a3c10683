import { useQuery } from '@tanstack/react-query';
import { leadResourceList } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** Who can lead something in a school, or in the trust. */
export function useLeads(school: number | undefined) {
  return useQuery({
    queryKey: ['leads', school],
    queryFn: () => answered(leadResourceList({ query: { schoolUrn: school, pageSize: 200 } })),
  });
}
