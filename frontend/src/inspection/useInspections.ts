import { useQuery } from '@tanstack/react-query';
import { schoolInspectionResourceList } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** The inspections of a school, newest first. */
export function useInspections(urn: number | undefined, wanted = true) {
  return useQuery({
    queryKey: ['inspections', urn],
    queryFn: () =>
      answered(schoolInspectionResourceList({ path: { urn: urn ?? 0 }, query: { pageSize: 200 } })),
    enabled: wanted && urn !== undefined,
  });
}
