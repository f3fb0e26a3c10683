import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import type { PeopleSearch } from '../access/PeoplePage';
import type { CycleSearch } from '../cycle/CycleList';
import type { OutcomeSearch } from '../outcome/OutcomesPage';
import type { SchoolSearch } from '../school/SchoolList';
import { Failed, Page } from '../ui/Page';
import { parseSearch, stringifySearch } from './address';
import { Home } from './Home';
import { Shell } from './Shell';

const root = createRootRoute();

function NotFound() {
  return (
    <Page title="There is nothing here">
      <p className="sheet">
        Check the address, or begin at the <Link to="/">start page</Link>.
      </p>
    </Page>
  );
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: ({ error, reset }) => <Failed cause={error} retry={reset} />,
});

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const page = (value: unknown) => (Number(value) > 1 ? Math.floor(Number(value)) : undefined);

const home = createRoute({ getParentRoute: () => shell, path: '/', component: Home });
const signedIn = createRoute({
  getParentRoute: () => shell,
  path: '/signed-in',
  component: () => <Navigate to="/" />,
});

const schools = createRoute({
  getParentRoute: () => shell,
  path: '/schools',
  validateSearch: (raw): SchoolSearch => ({
    search: text(raw.search),
    status: text(raw.status) as SchoolSearch['status'],
    sort: text(raw.sort) as SchoolSearch['sort'],
    page: page(raw.page),
  }),
  component: lazyRouteComponent(() => import('../school/SchoolList'), 'SchoolList'),
});
const school = createRoute({
  getParentRoute: () => shell,
  path: '/schools/$urn',
  component: lazyRouteComponent(() => import('../school/SchoolPage'), 'SchoolPage'),
});
const overview = createRoute({
  getParentRoute: () => school,
  path: '/',
  component: lazyRouteComponent(() => import('../school/SchoolOverview'), 'SchoolOverview'),
});
const outcomes = createRoute({
  getParentRoute: () => school,
  path: 'outcomes',
  validateSearch: (raw): OutcomeSearch => ({
    measure: text(raw.measure),
    group: text(raw.group),
    view: raw.view === 'table' ? 'table' : undefined,
  }),
  component: lazyRouteComponent(() => import('../outcome/OutcomesPage'), 'OutcomesPage'),
});
const inspections = createRoute({
  getParentRoute: () => school,
  path: 'inspections',
  component: lazyRouteComponent(() => import('../inspection/InspectionTimeline'), 'InspectionTimeline'),
});
const schoolCycles = createRoute({
  getParentRoute: () => school,
  path: 'cycles',
  component: lazyRouteComponent(() => import('../cycle/SchoolCycles'), 'SchoolCycles'),
});
const cycles = createRoute({
  getParentRoute: () => shell,
  path: '/cycles',
  validateSearch: (raw): CycleSearch => ({ year: text(raw.year), page: page(raw.page) }),
  component: lazyRouteComponent(() => import('../cycle/CycleList'), 'CycleList'),
});
const cycle = createRoute({
  getParentRoute: () => shell,
  path: '/cycles/$id',
  component: lazyRouteComponent(() => import('../cycle/CyclePage'), 'CyclePage'),
});
const target = createRoute({
  getParentRoute: () => shell,
  path: '/targets/$id',
  component: lazyRouteComponent(() => import('../target/TargetPage'), 'TargetPage'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: lazyRouteComponent(() => import('../ingest/ImportPage'), 'ImportPage'),
});
const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: (raw): PeopleSearch => ({ search: text(raw.search), page: page(raw.page) }),
  component: lazyRouteComponent(() => import('../access/PeoplePage'), 'PeoplePage'),
});

const elsewhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

const help = createRoute({
  getParentRoute: () => shell,
  path: '/help',
  component: lazyRouteComponent(() => import('./Help'), 'Help'),
});

/** Every page, and what its address can say. */
export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([
      home,
      signedIn,
      schools,
      school.addChildren([overview, outcomes, inspections, schoolCycles]),
      cycles,
      cycle,
      target,
      imports,
      people,
      help,
      elsewhere,
    ]),
  ]),
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
