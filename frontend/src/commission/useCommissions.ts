import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  commissionMatchResourceCandidates,
  commissionResourceGet,
  commissionResourceList,
  commissionResourcePreview,
  partnerResourceList,
  supportResourceRead,
} from '../api/sdk.gen';
import type { CommissionResourceListData, NewCommission } from '../api/types.gen';
import { answered } from '../ui/problem';

export function useCommissions(query: CommissionResourceListData['query'], wanted = true) {
  return useQuery({
    queryKey: ['commissions', query],
    queryFn: () => answered(commissionResourceList({ query })),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
}

export function useCommission(id: string) {
  return useQuery({
    queryKey: ['commission', id],
    queryFn: () => answered(commissionResourceGet({ path: { id } })),
  });
}

/** Who might give a commission, the best match first. */
export function useCandidates(id: string, pageSize: number) {
  return useQuery({
    queryKey: ['commission', id, 'candidates', pageSize],
    queryFn: () => answered(commissionMatchResourceCandidates({ path: { id }, query: { pageSize } })),
    placeholderData: keepPreviousData,
  });
}

/** Who might give support that is not asked for yet, as far as it is described. */
export function usePreview(wanted: NewCommission | undefined) {
  return useQuery({
    queryKey: ['candidates', wanted],
    queryFn: () =>
      wanted
        ? answered(commissionResourcePreview({ body: wanted, query: { pageSize: 10 } }))
        : Promise.reject(new Error('Nothing is wanted')),
    placeholderData: keepPreviousData,
    enabled: wanted !== undefined,
    retry: false,
  });
}

export function usePartners(query: { ended?: boolean; page?: number | undefined } = {}, wanted = true) {
  return useQuery({
    queryKey: ['partners', query],
    queryFn: () => answered(partnerResourceList({ query: { ...query, pageSize: 100 } })),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
}

export function useSupport(academicYear: string) {
  return useQuery({
    queryKey: ['support', academicYear],
    queryFn: () => answered(supportResourceRead({ query: { academicYear } })),
    placeholderData: keepPreviousData,
  });
}
