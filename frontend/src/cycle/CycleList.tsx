import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { cycleResourceList } from '../api/sdk.gen';
import { Field } from '../ui/Field';
import { academicYearOf } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { CycleTable } from './CycleTable';

const route = getRouteApi('/shell/cycles');

/** What the address of the list can say. */
export interface CycleSearch {
  year?: string;
  page?: number;
}

/** The cycles that somebody may see, by year. */
export function CycleList() {
  const { year, page } = route.useSearch();
  const navigate = route.useNavigate();
  const now = academicYearOf(new Date());
  const years = Array.from({ length: 6 }, (_, at) => Number(now.slice(0, 4)) + 1 - at).map(
    (y) => `${y}/${y + 1}`,
  );
  const cycles = useQuery({
    queryKey: ['cycles', year, page],
    queryFn: () => answered(cycleResourceList({ query: { academicYear: year, page, pageSize: 50 } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="Cycles"
      lead="Plan, set targets, implement, monitor, evaluate: one cycle for each school and year."
    >
      <div className="filters">
        <Field label="Academic year">
          <select
            value={year ?? ''}
            onChange={(event) => navigate({ search: { year: event.target.value || undefined } })}
          >
            <option value="">All years</option>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
      </div>
      {cycles.isPending && <Loading what="cycles" />}
      {cycles.isError && <Failed cause={cycles.error} retry={() => cycles.refetch()} />}
      {cycles.data && (
        <section className="sheet" aria-label="Cycles">
          {cycles.data.results.length === 0 ? (
            <Empty>
              No cycle{year && ` for ${year}`} yet. Begin one on the page of a{' '}
              <Link to="/schools">school</Link>, under Cycles.
            </Empty>
          ) : (
            <CycleTable cycles={cycles.data.results} caption="Cycles" />
          )}
          <Paging
            paging={cycles.data.paging}
            what="cycles"
            onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
          />
        </section>
      )}
    </Page>
  );
}
