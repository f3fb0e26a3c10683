import { useQuery } from '@tanstack/react-query';
import { schoolTermDatesResourceGet, termDatesResourceGet } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** The dates that hold in an academic year for a school, or for the trust. */
export function useTermDates(year: string, school: number | undefined) {
  return useQuery({
    queryKey: ['term-dates', year, school ?? null],
    queryFn: () =>
      answered(
        school === undefined
          ? termDatesResourceGet({ query: { academicYear: year } })
          : schoolTermDatesResourceGet({ path: { urn: school }, query: { academicYear: year } }),
      ),
  });
}
