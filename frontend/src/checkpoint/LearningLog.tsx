import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { adjustmentResourceLog } from '../api/sdk.gen';
import type { Adjustment } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { academicYearOf } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { SearchField } from '../ui/SearchField';
import { AdjustmentSheet } from './AdjustmentSheet';

const route = getRouteApi('/shell/learning');

/** What the address of the log can say. */
export interface LearningSearch {
  search?: string | undefined;
  status?: Adjustment['status'] | undefined;
  year?: string | undefined;
  page?: number | undefined;
}

/** What schools have changed in a small way, and what came of it. */
export function LearningLog() {
  const me = useMe();
  const { search, status, year, page } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: LearningSearch, replace = false) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace });
  const start = Number(academicYearOf(new Date()).slice(0, 4));
  const years = Array.from({ length: 5 }, (_, at) => `${start - at}/${start - at + 1}`);
  const adjustments = useQuery({
    queryKey: ['adjustments', { search, status, year, page }],
    queryFn: () =>
      answered(adjustmentResourceLog({ query: { search, status, academicYear: year, page, pageSize: 25 } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="Learning log"
      lead="Small improvements: what was noticed, what was changed, what came of it."
    >
      <search className="filters">
        <SearchField
          label="Search"
          hint="Any form of a word is found"
          value={search ?? ''}
          onSearch={(text) => change({ search: text || undefined }, true)}
        />
        <Choice
          label="Decision"
          options={[
            ['', 'Any'],
            ['open', 'Open'],
            ['kept', 'Kept'],
            ['dropped', 'Dropped'],
          ]}
          chosen={status ?? ''}
          onChoose={(next) => change({ status: next || undefined })}
        />
        <Choice
          label="Academic year"
          options={[['', 'All years'], ...years.map((one): [string, string] => [one, one])]}
          chosen={year ?? ''}
          onChoose={(next) => change({ year: next || undefined })}
        />
      </search>
      {adjustments.isPending && <Loading what="small improvements" />}
      {adjustments.isError && <Failed cause={adjustments.error} retry={() => adjustments.refetch()} />}
      {adjustments.data && (
        <section className="stack" aria-labelledby="log-title">
          <h2 id="log-title" className="visually-hidden">
            Small improvements
          </h2>
          {adjustments.data.results.length === 0 ? (
            <section className="sheet" aria-label="Nothing found">
              <Empty>
                {search || status || year
                  ? 'No such small improvement. Search for fewer words, or show all.'
                  : 'No small improvement yet. Begin one on the page of a cycle, for one of its priorities.'}
              </Empty>
            </section>
          ) : (
            adjustments.data.results.map((adjustment) => (
              <AdjustmentSheet
                key={adjustment.id}
                adjustment={adjustment}
                editable={may(me, 'checkpoints:record', adjustment.schoolUrn)}
                apart
              />
            ))
          )}
          <Paging
            paging={adjustments.data.paging}
            what="small improvements"
            onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
          />
        </section>
      )}
    </Page>
  );
}
