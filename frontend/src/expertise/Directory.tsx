import { getRouteApi } from '@tanstack/react-router';
import { Empty, Failed, Loading } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { ExpertFilters } from './ExpertFilters';
import type { ExpertiseSearch } from './ExpertisePage';
import { ExpertTable } from './ExpertTable';
import { useExperts, useLists } from './useExperts';

const route = getRouteApi('/shell/expertise');

/** The people of the directory, narrowed to what somebody looks for. */
export function Directory() {
  const chosen = route.useSearch();
  const navigate = route.useNavigate();
  const lists = useLists();
  const { search, specialism, area, designation, free, term, profile, beyond, sort, page } = chosen;
  const experts = useExperts({
    search,
    specialism,
    area,
    designation,
    free,
    term,
    confirmed: profile && profile === 'confirmed',
    beyondTrust: beyond && true,
    sort,
    page,
    pageSize: 25,
  });
  const choose = (next: ExpertiseSearch, replace = false) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace });
  const narrowed = search || specialism || area || designation || free || profile || beyond;
  return (
    <div className="stack">
      <ExpertFilters chosen={chosen} lists={lists.data} onChoose={choose} />
      {experts.isPending && <Loading what="the directory" />}
      {experts.isError && <Failed cause={experts.error} retry={() => experts.refetch()} />}
      {experts.data && (
        <section className="sheet" aria-label="People">
          {experts.data.results.length === 0 ? (
            <Empty>
              {narrowed ? (
                <>
                  <p>Nobody like that. Ask for fewer days, for the whole area, or for everybody.</p>
                  <p>
                    <button className="button" type="button" onClick={() => navigate({ search: {} })}>
                      Show everybody
                    </button>
                  </p>
                </>
              ) : (
                'Nobody has offered their expertise yet. Begin with your own.'
              )}
            </Empty>
          ) : (
            <ExpertTable experts={experts.data.results} />
          )}
          <Paging
            paging={experts.data.paging}
            what="people"
            onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
          />
        </section>
      )}
    </div>
  );
}
