import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  complaintResourceStages,
  concernActionResourceActions,
  concernEntryResourceEntries,
  concernEntryResourceReads,
  concernResourceGet,
  concernResourceList,
  concernResourceLists,
  concernResourceOwners,
  concernResourceReceipts,
  needToKnowResourceColleagues,
  needToKnowResourceNeeds,
} from '../api/sdk.gen';
import type { ConcernResourceListData } from '../api/types.gen';
import { answered } from '../ui/problem';

type Wanted = NonNullable<ConcernResourceListData['query']>;

/** The concerns that are wanted, among those that the person may see. */
export function useConcerns(query: Wanted, enabled = true) {
  return useQuery({
    queryKey: ['concerns', query],
    queryFn: () => answered(concernResourceList({ query })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** One concern. What it holds is forgotten when its page is left. */
export function useConcern(id: string) {
  return useQuery({
    queryKey: ['concern', id],
    queryFn: () => answered(concernResourceGet({ path: { id } })),
    gcTime: 0,
    retry: false,
  });
}

/** The code lists that concerns use. */
export function useLists() {
  return useQuery({
    queryKey: ['concern-lists'],
    queryFn: () => answered(concernResourceLists()),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the person has raised. */
export function useReceipts(page: number | undefined) {
  return useQuery({
    queryKey: ['concern-receipts', page],
    queryFn: () => answered(concernResourceReceipts({ query: { page } })),
    placeholderData: keepPreviousData,
  });
}

/** The chronology of a concern, the newest first. */
export function useEntries(id: string, pageSize: number) {
  return useQuery({
    queryKey: ['concern', id, 'entries', pageSize],
    queryFn: () => answered(concernEntryResourceEntries({ path: { id }, query: { pageSize } })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** What is to be done about a concern. */
export function useActions(id: string) {
  return useQuery({
    queryKey: ['concern', id, 'actions'],
    queryFn: () => answered(concernActionResourceActions({ path: { id } })),
    gcTime: 0,
  });
}

/** Who can own a concern, and lead its actions. */
export function useOwners(id: string) {
  return useQuery({
    queryKey: ['concern', id, 'owners'],
    queryFn: () => answered(concernResourceOwners({ path: { id }, query: { pageSize: 200 } })),
  });
}

/** Who needs to know of a restricted concern. */
export function useNeeds(id: string) {
  return useQuery({
    queryKey: ['concern', id, 'needs'],
    queryFn: () => answered(needToKnowResourceNeeds({ path: { id } })),
    gcTime: 0,
  });
}

/** Who could be named as somebody who needs to know. */
export function useColleagues(id: string) {
  return useQuery({
    queryKey: ['concern', id, 'colleagues'],
    queryFn: () => answered(needToKnowResourceColleagues({ path: { id }, query: { pageSize: 200 } })),
  });
}

/** Who has opened a restricted concern, the newest first. */
export function useReads(id: string) {
  return useQuery({
    queryKey: ['concern', id, 'reads'],
    queryFn: () => answered(concernEntryResourceReads({ path: { id }, query: { pageSize: 20 } })),
    gcTime: 0,
  });
}

/** The stages of a complaint, and those that can begin. */
export function useStages(id: string) {
  return useQuery({
    queryKey: ['concern', id, 'stages'],
    queryFn: () => answered(complaintResourceStages({ path: { id } })),
    gcTime: 0,
  });
}
