import { useQuery } from '@tanstack/react-query';
import {
  localAuthorityTermDatesResourceGet,
  schoolTermDatesResourceGet,
  termDatesResourceGet,
} from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** The dates that hold in an academic year for a school, in a local authority, or for the trust. */
export function useTermDates(year: string, school: number | undefined, authority?: number) {
  const query = { academicYear: year };
  return useQuery({
    queryKey: ['term-dates', year, school ?? null, authority ?? null],
    queryFn: () =>
      answered(
        school !== undefined
          ? schoolTermDatesResourceGet({ path: { urn: school }, query })
          : authority !== undefined
            ? localAuthorityTermDatesResourceGet({ path: { code: authority }, query })
            : termDatesResourceGet({ query }),
      ),
  });
}
