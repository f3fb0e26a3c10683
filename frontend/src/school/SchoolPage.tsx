import { getRouteApi, Link, Outlet, useLocation } from '@tanstack/react-router';
import { may, useMe } from '../app/me';
import { Outdated } from '../outcome/Outdated';
import { day } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { useSchool } from './useSchool';

const route = getRouteApi('/shell/schools/$urn');

/** A school: its head, and the parts of its page. */
export function SchoolPage() {
  const me = useMe();
  const urn = Number(route.useParams().urn);
  const school = useSchool(urn);
  const parts = [
    { to: '/schools/$urn' as const, label: 'Overview', shown: true, exact: true },
    {
      to: '/schools/$urn/need' as const,
      label: 'Need',
      shown: may(me, 'need:read', urn),
      exact: false,
    },
    {
      to: '/schools/$urn/outcomes' as const,
      label: 'Outcomes',
      shown: may(me, 'outcomes:read', urn),
      exact: false,
    },
    {
      to: '/schools/$urn/attendance' as const,
      label: 'Attendance',
      shown: may(me, 'outcomes:read', urn),
      exact: false,
    },
    {
      to: '/schools/$urn/inspections' as const,
      label: 'Inspections',
      shown: may(me, 'inspections:read', urn),
      exact: false,
    },
    {
      to: '/schools/$urn/cycles' as const,
      label: 'Cycles',
      shown: may(me, 'cycles:read', urn),
      exact: false,
    },
  ];
  const shown = useLocation({ select: ({ pathname }) => pathname.split('/')[3] });
  return (
    <Page
      title={school.data?.name ?? `School ${urn}`}
      part={parts.find((part) => shown && part.to.endsWith(`/${shown}`))?.label}
      lead={
        school.data && (
          <>
            {school.data.phase} · {school.data.type} · URN {urn}
            {school.data.status === 'in-trust' && (
              <span className="printed"> · in the trust since {day(school.data.joinedOn)}</span>
            )}
          </>
        )
      }
      crumbs={[{ label: 'Schools', to: '/schools' }]}
    >
      {school.isPending && <Loading what="the school" />}
      {school.isError && <Failed cause={school.error} retry={() => school.refetch()} />}
      {school.data && (
        <>
          <nav className="tabs" aria-label="Parts of this school">
            <ul>
              {parts
                .filter((part) => part.shown)
                .map((part) => (
                  <li key={part.to}>
                    <Link
                      to={part.to}
                      params={{ urn: String(urn) }}
                      activeOptions={{ exact: part.exact }}
                      activeProps={{ 'aria-current': 'page' }}
                    >
                      {part.label}
                    </Link>
                  </li>
                ))}
            </ul>
          </nav>
          {may(me, 'outcomes:read', urn) && <Outdated urn={urn} />}
          <Outlet />
        </>
      )}
    </Page>
  );
}
