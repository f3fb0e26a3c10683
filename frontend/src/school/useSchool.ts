import { useQuery } from '@tanstack/react-query';
import { schoolResourceGet, schoolResourceList } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** One school, by its URN. */
export function useSchool(urn: number) {
  return useQuery({
    queryKey: ['school', urn],
    queryFn: () => answered(schoolResourceGet({ path: { urn } })),
  });
}

/** The trust's schools, read once. */
export function useSchools(wanted = true) {
  return useQuery({
    queryKey: ['schools', { status: 'in-trust', pageSize: 200 }],
    queryFn: () => answered(schoolResourceList({ query: { status: 'in-trust', pageSize: 200 } })),
    staleTime: 600_000,
    enabled: wanted,
  });
}

/** The names of the trust's schools by URN; of others the URN stands for itself. */
export function useSchoolNames(wanted = true): (urn: number | undefined) => string {
  const schools = useSchools(wanted);
  return (urn) => schools.data?.results.find((school) => school.urn === urn)?.name ?? `school ${urn}`;
}
