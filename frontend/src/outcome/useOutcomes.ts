import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { outcomeResourceList } from '../api/sdk.gen';
import { everyPage } from '../ui/everyPage';
import { answered } from '../ui/problem';

/** All values of a measure for a group of the pupils of a school, of one year group or of each, newest first. */
export function useOutcomes(urn: number, measureCode: string, pupilGroup: string, cohort?: string) {
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
