import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  challengeResourceAnswerers,
  challengeResourceGet,
  challengeResourceList,
  committeeMemberResourceConflicts,
  committeeMemberResourceList,
  committeeResourceGet,
  committeeResourceList,
  meetingResourceGet,
  meetingResourceList,
  minutesResourceDecided,
  minutesResourceOpen,
} from '../api/sdk.gen';
import type { ChallengeResourceListData, CommitteeKind, Me, MeetingResourceListData } from '../api/types.gen';
import { answered } from '../ui/problem';

/** Whether somebody has a permission in a committee. */
export function mayInCommittee(me: Me, permission: string, committee: string): boolean {
  return me.permissions.some(
    (grant) => grant.permission === permission && grant.committees.includes(committee),
  );
}

/** The committees that somebody may see, those of a kind or all. */
export function useCommittees(query: { kind?: CommitteeKind | undefined; page?: number | undefined } = {}) {
  return useQuery({
    queryKey: ['committees', query],
    queryFn: () => answered(committeeResourceList({ query })),
    placeholderData: keepPreviousData,
  });
}

export function useCommittee(id: string) {
  return useQuery({
    queryKey: ['committee', id],
    queryFn: () => answered(committeeResourceGet({ path: { id } })),
  });
}

export function useMembers(id: string) {
  return useQuery({
    queryKey: ['committee', id, 'members'],
    queryFn: () => answered(committeeMemberResourceList({ path: { id } })),
  });
}

export function useConflicts(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['committee', id, 'conflicts'],
    queryFn: () => answered(committeeMemberResourceConflicts({ path: { id } })),
    enabled,
  });
}

export function useOpenActions(id: string) {
  return useQuery({
    queryKey: ['committee', id, 'actions'],
    queryFn: () => answered(minutesResourceOpen({ path: { id } })),
  });
}

export function useDecisions(id: string) {
  return useQuery({
    queryKey: ['committee', id, 'decisions'],
    queryFn: () => answered(minutesResourceDecided({ path: { id } })),
  });
}

export function useAnswerers(id: string, schoolUrn: number | undefined) {
  return useQuery({
    queryKey: ['committee', id, 'answerers', schoolUrn],
    queryFn: () =>
      answered(challengeResourceAnswerers({ path: { id }, query: schoolUrn ? { schoolUrn } : {} })),
  });
}

export function useMeetings(query: NonNullable<MeetingResourceListData['query']>, enabled = true) {
  return useQuery({
    queryKey: ['meetings', query],
    queryFn: () => answered(meetingResourceList({ query })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useMeeting(id: string) {
  return useQuery({
    queryKey: ['meeting', id],
    queryFn: () => answered(meetingResourceGet({ path: { id } })),
  });
}

export function useChallenges(query: NonNullable<ChallengeResourceListData['query']>) {
  return useQuery({
    queryKey: ['challenges', query],
    queryFn: () => answered(challengeResourceList({ query })),
    placeholderData: keepPreviousData,
  });
}

export function useChallenge(id: string) {
  return useQuery({
    queryKey: ['challenge', id],
    queryFn: () => answered(challengeResourceGet({ path: { id } })),
  });
}
