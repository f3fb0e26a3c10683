import { getRouteApi } from '@tanstack/react-router';
import { may, useMe } from '../app/me';
import { Empty, Page } from '../ui/Page';
import { Bring } from './Bring';
import { ImportTabs } from './ImportTabs';
import { JobList } from './JobList';
import { RunningJobs } from './RunningJobs';

const route = getRouteApi('/shell/imports');

/** What the address of the page can say. */
export interface ImportSearch {
  kind?: string;
  page?: number;
}

/** Bring a file in, and see what came in before. */
export function ImportPage() {
  const me = useMe();
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  if (!may(me, 'results:push')) {
    return (
      <Page title="Imports">
        <section className="sheet" aria-label="Imports">
          <Empty>Files are brought in by the data managers of the trust; ask one of them.</Empty>
        </section>
      </Page>
    );
  }
  return (
    <Page
      title="Imports"
      lead="Check first what a file would change; nothing is written before you press Import."
    >
      <ImportTabs />
      <div className="stack">
        <Bring />
        <RunningJobs />
        <JobList
          wanted={wanted}
          onWant={(next) => navigate({ search: (before) => ({ ...before, page: undefined, ...next }) })}
        />
      </div>
    </Page>
  );
}
