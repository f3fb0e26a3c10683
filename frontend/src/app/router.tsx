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
import { Failed, Loading, Page } from '../ui/Page';
import { parseSearch, stringifySearch } from './address';
import { Home } from './Home';
import { Shell } from './Shell';

const root = createRootRoute();

function NotFound() {
  return (
    <Page title="There is nothing here">
      <p className="sheet">
        Check the address, search with Ctrl K, or begin at <Link to="/">Home</Link>.
      </p>
    </Page>
  );
}

/** A page that broke, or could not be fetched; what stands around it goes on working. */
function Broken({ error }: { error: unknown }) {
  return (
    <Page title="This page does not work">
      <Failed cause={error} retry={() => location.reload()} />
    </Page>
  );
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
});

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
/** One of the words that a part of the address can be; anything else counts as not said. */
const oneOf = <W extends string>(value: unknown, allowed: readonly W[]) =>
  allowed.find((word) => word === value);
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
    status: oneOf(raw.status, ['in-trust', 'left', 'register']),
    sort: oneOf(raw.sort, ['urn', 'number-on-roll']),
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
  validateSearch: (raw): CycleSearch => ({
    year: typeof raw.year === 'string' && /^\d{4}\/\d{4}$/.test(raw.year) ? raw.year : undefined,
    page: page(raw.page),
  }),
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
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultPendingComponent: () => <Loading what="the page" />,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
