import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { outcomeResourceList } from '../api/sdk.gen';
import { everyPage } from '../ui/everyPage';
import { answered } from '../ui/problem';

/** What is known of a group and a year group of a school whatever their key stage, absence among it; newest first. */
export function useAttendance(urn: number, pupilGroup: string, cohort: string) {
  return useQuery({
    queryKey: ['outcomes', urn, 'attendance', pupilGroup, cohort],
    queryFn: () =>
      everyPage((page) =>
        answered(
          outcomeResourceList({
            path: { urn },
            query: { keyStage: 'ALL', pupilGroup, cohort, page, pageSize: 200 },
          }),
        ),
      ),
    placeholderData: keepPreviousData,
  });
}
