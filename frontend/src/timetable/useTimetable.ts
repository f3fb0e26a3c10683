import { useQuery } from '@tanstack/react-query';
import {
  activityTypeResourceList,
  feedResourceList,
  generationResourcePropose,
  occurrenceResourceGet,
  occurrenceResourceList,
  templateResourceGet,
  yearPlanResourceClashes,
  yearPlanResourceParticipation,
  yearPlanResourcePeople,
  yearPlanResourceYear,
} from '../api/sdk.gen';
import type { OccurrenceResourceListData } from '../api/types.gen';
import { everyPage } from '../ui/everyPage';
import { answered } from '../ui/problem';

type Wanted = NonNullable<OccurrenceResourceListData['query']>;

/** The half-terms of a year and what is planned in them: in one school with the trust's, or everywhere. */
export function useYearPlan(academicYear: string, schoolUrn: number | undefined) {
  return useQuery({
    queryKey: ['timetable', 'year', academicYear, schoolUrn ?? null],
    queryFn: () => answered(yearPlanResourceYear({ query: { academicYear, schoolUrn } })),
  });
}

/** Everything that is planned with somebody in a year. */
export function useWith(wanted: Wanted, enabled: boolean) {
  return useQuery({
    queryKey: ['timetable', 'with', wanted],
    queryFn: () =>
      everyPage((page) => answered(occurrenceResourceList({ query: { ...wanted, page, pageSize: 200 } }))),
    enabled,
  });
}

/** A page of planned activities. */
export function useOccurrences(wanted: Wanted, enabled = true) {
  return useQuery({
    queryKey: ['timetable', 'list', wanted],
    queryFn: () => answered(occurrenceResourceList({ query: wanted })),
    enabled,
  });
}

export function useOccurrence(id: string) {
  return useQuery({
    queryKey: ['timetable', 'one', id],
    queryFn: () => answered(occurrenceResourceGet({ path: { id } })),
  });
}

export function useClashes(academicYear: string, schoolUrn: number | undefined) {
  return useQuery({
    queryKey: ['timetable', 'clashes', academicYear, schoolUrn ?? null],
    queryFn: () => answered(yearPlanResourceClashes({ query: { academicYear, schoolUrn } })),
  });
}

export function useParticipation(academicYear: string, page: number | undefined) {
  return useQuery({
    queryKey: ['timetable', 'participation', academicYear, page ?? 1],
    queryFn: () => answered(yearPlanResourceParticipation({ query: { academicYear, page, pageSize: 100 } })),
  });
}

/** Who is planned to be there in a year. */
export function useBusyPeople(academicYear: string, enabled: boolean) {
  return useQuery({
    queryKey: ['timetable', 'people', academicYear],
    queryFn: () => answered(yearPlanResourcePeople({ query: { academicYear } })),
    enabled,
  });
}

export function useActivityTypes() {
  return useQuery({
    queryKey: ['activity-types'],
    queryFn: () => answered(activityTypeResourceList()),
    staleTime: 600_000,
  });
}

export function useTemplate(academicYear: string) {
  return useQuery({
    queryKey: ['timetable', 'template', academicYear],
    queryFn: () => answered(templateResourceGet({ query: { academicYear } })),
  });
}

/** What the template of a year asks for. */
export function useProposal(academicYear: string, from: string | undefined) {
  return useQuery({
    queryKey: ['timetable', 'proposal', academicYear, from ?? null],
    queryFn: () => answered(generationResourcePropose({ query: { academicYear, from } })),
    gcTime: 0,
  });
}

/** The calendars of the person, to which programs subscribe. */
export function useFeeds() {
  return useQuery({ queryKey: ['calendar-feeds'], queryFn: () => answered(feedResourceList()) });
}
