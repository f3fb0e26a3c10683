import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  capacityResourceCapacity,
  capacityResourceSchools,
  commissionResourceList,
  expertiseListResourceDesignations,
  expertiseListResourceSpecialisms,
  expertResourceGet,
  expertResourceList,
} from '../api/sdk.gen';
import type { ExpertResourceListData } from '../api/types.gen';
import { answered } from '../ui/problem';

/** What profiles choose from, read once. */
export function useLists() {
  return useQuery({
    queryKey: ['expertise', 'lists'],
    queryFn: async () => {
      const [specialisms, designations] = await Promise.all([
        answered(expertiseListResourceSpecialisms()),
        answered(expertiseListResourceDesignations()),
      ]);
      return { specialisms, designations };
    },
    staleTime: 'static',
  });
}

/** The schools of the trust by name, also those that one does not see. */
export function useTrustSchools() {
  return useQuery({
    queryKey: ['expertise', 'schools'],
    queryFn: () => answered(capacityResourceSchools()),
    staleTime: 600_000,
  });
}

export function useExperts(query: NonNullable<ExpertResourceListData['query']>) {
  return useQuery({
    queryKey: ['experts', query],
    queryFn: () => answered(expertResourceList({ query })),
    placeholderData: keepPreviousData,
  });
}

/** One's own profile: null where there is none, undefined until it is known. */
export function useOwnProfile(enabled: boolean) {
  const own = useQuery({
    queryKey: ['experts', 'mine'],
    queryFn: () => answered(expertResourceList({ query: { mine: true } })),
    enabled,
  });
  return own.data && (own.data.results[0] ?? null);
}

export function useExpert(id: string) {
  return useQuery({
    queryKey: ['expert', id],
    queryFn: () => answered(expertResourceGet({ path: { id } })),
  });
}

export function useCapacity() {
  return useQuery({
    queryKey: ['experts', 'capacity'],
    queryFn: () => answered(capacityResourceCapacity()),
  });
}

/** The support that an expert gives or has given, as far as the reader may know of it. */
export function useSupportGiven(expertId: string, page: number, enabled: boolean) {
  return useQuery({
    queryKey: ['commissions', { expertId, page }],
    queryFn: () => answered(commissionResourceList({ query: { expertId, page, pageSize: 10 } })),
    placeholderData: keepPreviousData,
    enabled,
  });
}
