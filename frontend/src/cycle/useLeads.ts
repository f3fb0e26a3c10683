import { useQuery } from '@tanstack/react-query';
import { colleagueResourceLeads } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** Who can lead something in a school, or in the trust. */
export function useLeads(school: number | undefined) {
  return useQuery({
    queryKey: ['leads', school],
    queryFn: () => answered(colleagueResourceLeads({ query: { schoolUrn: school, pageSize: 200 } })),
  });
}
