import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { goodPracticeResourceList } from '../api/sdk.gen';
import type { GoodPracticePage as GoodPracticeList } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { hasDraft } from '../ui/drafts';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { SearchField } from '../ui/SearchField';
import { draftOf, PracticeForm } from './PracticeForm';
import { PracticeSheet } from './PracticeSheet';
import { useOwnSchools } from './usePractice';

const route = getRouteApi('/shell/good-practice');

/** What the address of the list can say. */
export interface PracticeSearch {
  search?: string | undefined;
  area?: string | undefined;
  school?: number | undefined;
  like?: number | undefined;
  page?: number | undefined;
}

/** What has worked in the schools of the trust, for all of them to learn from. */
export function GoodPracticePage() {
  const { search, area, school, like, page } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const own = useOwnSchools('cycles:change');
  const likes = useOwnSchools('outcomes:read').filter(([urn]) => urn !== '');
  const [writing, setWriting] = useState(() => hasDraft(draftOf(me.id)));
  const change = (next: PracticeSearch, replace = false) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace });
  const practices = useQuery({
    queryKey: ['good-practice', { search, area, school, like, page }],
    queryFn: () =>
      answered(
        goodPracticeResourceList({ query: { search, area, schoolUrn: school, like, page, pageSize: 25 } }),
      ),
    placeholderData: keepPreviousData,
  });
  const name = practices.data?.results.find(({ schoolUrn }) => schoolUrn === school)?.schoolName;
  const narrowed = [area && `in “${area}”`, school && `of ${name ?? `school ${school}`}`].filter(Boolean);
  return (
    <Page
      title="Good practice"
      lead="What has worked in the schools of the trust, in their own words."
      actions={
        <>
          {may(me, 'synonyms:keep') && (
            <Link className="button" to="/good-practice/synonyms">
              Words that mean the same
            </Link>
          )}
          {own.length > 0 && (
            <button className="button primary" type="button" onClick={() => setWriting(true)}>
              Write good practice
            </button>
          )}
        </>
      }
    >
      <search className="filters">
        <SearchField
          label="Search"
          hint="Any form of a word is found, and other words for the same"
          value={search ?? ''}
          onSearch={(text) => change({ search: text || undefined }, true)}
        />
        {likes.length > 0 && (
          <Choice
            label="Schools like"
            options={[['', 'All schools'], ...likes]}
            chosen={like ? String(like) : ''}
            onChoose={(urn) => change({ like: urn ? Number(urn) : undefined })}
          />
        )}
      </search>
      {practices.data && <Understood {...practices.data} />}
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
                  : 'Nothing is published yet. Write what has worked, or publish it from the evaluation of a cycle.'}
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
      {writing && <PracticeForm schools={own} onClose={() => setWriting(false)} />}
    </Page>
  );
}

/** What was searched for in the place of what was typed, and beside it. */
function Understood({ meant, also }: Pick<GoodPracticeList, 'meant' | 'also'>) {
  if (meant.length === 0 && also.length === 0) {
    return null;
  }
  return (
    <p className="soft small" role="status">
      {meant.length > 0 && `Searched for “${meant.join('”, “')}”, which is nearest to what you typed. `}
      {also.length > 0 && `Also: ${also.join(', ')}.`}
    </p>
  );
}
