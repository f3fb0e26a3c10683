import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { inspectionResourceGet } from '../api/sdk.gen';
import { Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';

const route = getRouteApi('/shell/inspections/$id');

/** Leads from an inspection to its place on the page of its school. */
export function InspectionOf() {
  const { id } = route.useParams();
  const inspection = useQuery({
    queryKey: ['inspection', id],
    queryFn: () => answered(inspectionResourceGet({ path: { id } })),
  });
  if (inspection.data) {
    const urn = String(inspection.data.schoolUrn);
    return <Navigate to="/schools/$urn/inspections" params={{ urn }} replace />;
  }
  return (
    <Page title="Inspection">
      {inspection.isPending && <Loading what="the inspection" />}
      {inspection.isError && <Failed cause={inspection.error} retry={() => inspection.refetch()} />}
    </Page>
  );
}
