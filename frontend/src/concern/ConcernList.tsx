import { getRouteApi } from '@tanstack/react-router';
import type { ConcernResourceListData, Severity } from '../api/types.gen';
import { may, mayIn, maySeveral, useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { ConcernTable } from './ConcernTable';
import { Deletions } from './Deletions';
import { RaiseConcern } from './RaiseConcern';
import { Receipts } from './Receipts';
import { Themes } from './Themes';
import { useConcerns, useLists } from './useConcerns';
import { SEVERITY } from './words';

const route = getRouteApi('/shell/concerns');

/** Which concerns are shown. */
export type ShownConcerns = 'open' | 'mine' | 'unowned' | 'overdue' | 'closed';
type Sort = NonNullable<NonNullable<ConcernResourceListData['query']>['sort']>;

/** What the address of the list can say. */
export interface ConcernSearch {
  show?: ShownConcerns | undefined;
  severity?: Severity | undefined;
  category?: string | undefined;
  school?: number | undefined;
  sort?: Sort | undefined;
  page?: number | undefined;
}

const SHOWN: [ShownConcerns, string][] = [
  ['open', 'Open'],
  ['mine', 'Mine'],
  ['unowned', 'Without an owner'],
  ['overdue', 'Review overdue'],
  ['closed', 'Closed'],
];

const SORTS: [Sort, string][] = [
  ['severity', 'Gravest first'],
  ['age', 'Oldest first'],
  ['raised', 'Newest first'],
  ['review', 'By review date'],
];

/** The concerns that somebody may see, and the way to raise one. */
export function ConcernList() {
  const me = useMe();
  const { show = 'open', severity, category, school, sort = 'severity', page } = route.useSearch();
  const navigate = route.useNavigate();
  const lists = useLists();
  const concerns = useConcerns({
    open: show !== 'closed',
    ownerPersonId: show === 'mine' ? me.id : undefined,
    unowned: show === 'unowned' ? true : undefined,
    overdue: show === 'overdue' ? true : undefined,
    severity,
    category,
    schoolUrn: school,
    sort,
    page,
  });
  const choose = (next: Partial<ConcernSearch>) =>
    navigate({ search: (before) => ({ ...before, ...next, page: undefined }) });
  const narrowed = show !== 'open' || severity || category || school;
  return (
    <Page
      title="Concerns"
      lead="Shared so that they are tackled together. Restricted ones are here for those alone who may know of them."
      actions={may(me, 'concerns:raise') && <RaiseConcern />}
    >
      <div className="stack">
        <div className="filters">
          <Choice
            label="Show"
            options={SHOWN}
            chosen={show}
            onChoose={(next) => choose({ show: next === 'open' ? undefined : next })}
          />
          <Choice
            label="Severity"
            options={[
              ['', 'All'],
              ...(Object.entries(SEVERITY).map(([code, { label }]) => [code, label]) as [Severity, string][]),
            ]}
            chosen={severity ?? ''}
            onChoose={(next) => choose({ severity: next || undefined })}
          />
          <Choice
            label="About"
            options={[
              ['', 'All'],
              ...((lists.data?.categories ?? []).map(({ code, label }) => [code, label]) as [
                string,
                string,
              ][]),
            ]}
            chosen={category ?? ''}
            onChoose={(next) => choose({ category: next || undefined })}
          />
          <Choice
            label="Order"
            options={SORTS}
            chosen={sort}
            onChoose={(next) => choose({ sort: next === 'severity' ? undefined : next })}
          />
        </div>
        {concerns.isPending && <Loading what="concerns" />}
        {concerns.isError && <Failed cause={concerns.error} retry={() => concerns.refetch()} />}
        {concerns.data && (
          <section className="sheet" aria-label="Concerns">
            {concerns.data.results.length === 0 ? (
              <Empty>
                {narrowed
                  ? 'No such concern. Show all open ones to see the others.'
                  : 'No open concern that you may see. Raise one when something worries you: early is better.'}
              </Empty>
            ) : (
              <ConcernTable concerns={concerns.data.results} />
            )}
            <Paging
              paging={concerns.data.paging}
              what="concerns"
              onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
            />
          </section>
        )}
        {maySeveral(me, 'concerns:read') && <Themes />}
        <Receipts />
        {mayIn(me, 'concerns:read', undefined) && <Deletions />}
      </div>
    </Page>
  );
}
