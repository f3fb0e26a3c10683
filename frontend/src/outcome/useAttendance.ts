import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { outcomeResourceList } from '../api/sdk.gen';
import { everyPage } from '../ui/everyPage';
import { answered } from '../ui/problem';
import { codeOf, EVERY_ABSENCE } from './attendance';

/** Absence and suspensions of a group and a year group of a school, newest first. */
export function useAttendance(urn: number, pupilGroup: string, cohort: string, byTerm: boolean) {
  const measureCode = EVERY_ABSENCE.map((absence) => codeOf(absence, byTerm));
  return useQuery({
    queryKey: ['outcomes', urn, measureCode, pupilGroup, cohort],
    queryFn: () =>
      everyPage((page) =>
        answered(
          outcomeResourceList({
            path: { urn },
            query: { measureCode, pupilGroup, cohort, page, pageSize: 200 },
          }),
        ),
      ),
    placeholderData: keepPreviousData,
  });
}
