import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { goodPracticeResourceList } from '../api/sdk.gen';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { SearchField } from '../ui/SearchField';
import { PracticeSheet } from './PracticeSheet';

const route = getRouteApi('/shell/good-practice');

/** What the address of the list can say. */
export interface PracticeSearch {
  search?: string | undefined;
  area?: string | undefined;
  school?: number | undefined;
  page?: number | undefined;
}

/** What has worked in the schools of the trust, for all of them to learn from. */
export function GoodPracticePage() {
  const { search, area, school, page } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: PracticeSearch, replace = false) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace });
  const practices = useQuery({
    queryKey: ['good-practice', { search, area, school, page }],
    queryFn: () =>
      answered(goodPracticeResourceList({ query: { search, area, schoolUrn: school, page, pageSize: 25 } })),
    placeholderData: keepPreviousData,
  });
  const name = practices.data?.results.find(({ schoolUrn }) => schoolUrn === school)?.schoolName;
  const narrowed = [area && `in “${area}”`, school && `of ${name ?? `school ${school}`}`].filter(Boolean);
  return (
    <Page title="Good practice" lead="What has worked in the schools of the trust, in their own words.">
      <search className="filters">
        <SearchField
          label="Search"
          hint="Any form of a word is found"
          value={search ?? ''}
          onSearch={(text) => change({ search: text || undefined }, true)}
        />
      </search>
      {narrowed.length > 0 && (
        <p className="actions">
          Only what is {narrowed.join(', ')}
          <button
            className="button"
            type="button"
            onClick={() => change({ area: undefined, school: undefined })}
          >
            Show all
          </button>
        </p>
      )}
      {practices.isPending && <Loading what="good practice" />}
      {practices.isError && <Failed cause={practices.error} retry={() => practices.refetch()} />}
      {practices.data && (
        <section className="stack" aria-labelledby="practice-title">
          <h2 id="practice-title" className="visually-hidden">
            Good practice
          </h2>
          {practices.data.results.length === 0 ? (
            <section className="sheet" aria-label="Nothing found">
              <Empty>
                {search || narrowed.length > 0
                  ? 'No such good practice. Search for fewer words, or show all.'
                  : 'Nothing is published yet. Publish what has worked from the evaluation of a cycle.'}
              </Empty>
            </section>
          ) : (
            practices.data.results.map((practice) => (
              <PracticeSheet
                key={practice.id}
                practice={practice}
                onArea={(wanted) => change({ area: wanted })}
                onSchool={(wanted) => change({ school: wanted })}
              />
            ))
          )}
          <Paging
            paging={practices.data.paging}
            what="entries"
            onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
          />
        </section>
      )}
    </Page>
  );
}
