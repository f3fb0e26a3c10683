import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { needResourceGet } from '../api/sdk.gen';
import { Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';

const route = getRouteApi('/shell/need-assessments/$id');

/** Leads from an assessment to its place on the page of its school. */
export function NeedOf() {
  const { id } = route.useParams();
  const need = useQuery({
    queryKey: ['need', 'assessment', id],
    queryFn: () => answered(needResourceGet({ path: { id } })),
  });
  if (need.data) {
    const { schoolUrn, academicYear, term } = need.data.assessment;
    return (
      <Navigate
        to="/schools/$urn/need"
        params={{ urn: String(schoolUrn) }}
        search={{ year: academicYear, term }}
        replace
      />
    );
  }
  return (
    <Page title="Need">
      {need.isPending && <Loading what="the assessment" />}
      {need.isError && <Failed cause={need.error} retry={() => need.refetch()} />}
    </Page>
  );
}
