import { getRouteApi, Link, Outlet, useLocation } from '@tanstack/react-router';
import { may, useMe } from '../app/me';
import { Failed, Loading, Page } from '../ui/Page';
import { When } from '../ui/When';
import { NoDataSets } from './DataSetsPage';
import { useDataSetMeta } from './useDataSet';

const route = getRouteApi('/shell/data/$id');

/** A data set: what it is about, how fresh it is, and its parts; what is asked stays while one looks something up. */
export function DataSetPage() {
  const { id } = route.useParams();
  const allowed = may(useMe(), 'data-sets:read');
  const meta = useDataSetMeta(id, allowed);
  const inDictionary = useLocation({ select: ({ pathname }) => pathname.endsWith('/dictionary') });
  const parts = [
    { to: '/data/$id' as const, label: 'Ask', exact: true },
    { to: '/data/$id/dictionary' as const, label: 'Dictionary', exact: false },
  ];
  return (
    <Page
      title={meta.data?.title ?? 'Data set'}
      part={inDictionary ? 'Dictionary' : undefined}
      lead={
        meta.data && (
          <>
            {meta.data.description}
            <span className="line small">
              {meta.data.updatedAt && (
                <>
                  As of <When at={meta.data.updatedAt} />
                </>
              )}
              {meta.data.outdated && <> · some of it is being computed again from rows that have come in</>}
            </span>
          </>
        )
      }
      crumbs={[{ label: 'Data sets', to: '/data' }]}
    >
      {!allowed && <NoDataSets />}
      {allowed && meta.isPending && <Loading what="the data set" />}
      {meta.isError && <Failed cause={meta.error} retry={() => meta.refetch()} />}
      {meta.data && (
        <>
          <nav className="tabs" aria-label="Parts of this data set">
            <ul>
              {parts.map(({ to, label, exact }) => (
                <li key={to}>
                  <Link
                    to={to}
                    params={{ id }}
                    search={(before) => before}
                    activeOptions={{ exact, includeSearch: false }}
                    activeProps={{ 'aria-current': 'page' }}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Outlet />
        </>
      )}
    </Page>
  );
}
