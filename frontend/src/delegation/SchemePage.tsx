import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { delegationResourceGet, delegationResourceVersions } from '../api/sdk.gen';
import type { Decision, DelegationRule } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { day } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { NewRule } from './NewRule';
import { RuleVersions } from './RuleVersions';
import { BODIES, bodies, DECISIONS, lineOf } from './words';

const route = getRouteApi('/shell/delegation');

export interface SchemeSearch {
  decision?: Decision | undefined;
  page?: number | undefined;
}

function columns(rules: DelegationRule[]): Column<DelegationRule>[] {
  return [
    { label: 'Decision', text: (rule) => lineOf(rule, rules) },
    { label: 'Decides', text: ({ decides }) => BODIES[decides] },
    { label: 'Recommends', text: ({ recommends }) => (recommends ? BODIES[recommends] : '–') },
    { label: 'Is consulted', text: ({ consulted }) => bodies(consulted) },
    { label: 'Is informed', text: ({ informed }) => bodies(informed) },
  ];
}

/** Who decides what: the scheme of delegation, which everybody may know, and its versions. */
export function SchemePage() {
  const me = useMe();
  const { decision, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const scheme = useQuery({
    queryKey: ['delegation'],
    queryFn: () => answered(delegationResourceGet()),
  });
  const versions = useQuery({
    queryKey: ['delegation', 'versions', decision, page],
    queryFn: () =>
      answered(delegationResourceVersions({ query: { page, ...(decision ? { decision } : {}) } })),
    placeholderData: keepPreviousData,
  });
  const changes = may(me, 'delegation:change');
  return (
    <Page
      title="Who decides"
      lead="The scheme of delegation. Uplift asks it at every decision, and refuses what it gives to somebody else."
      actions={
        changes && (
          <button className="button primary" type="button" onClick={() => setAdding(true)}>
            Record a version
          </button>
        )
      }
    >
      <div className="stack">
        <section className="sheet stack" aria-labelledby="scheme-title">
          <h2 id="scheme-title">In force today</h2>
          {scheme.isPending && <Loading what="the scheme" />}
          {scheme.isError && <Failed cause={scheme.error} retry={() => scheme.refetch()} />}
          {scheme.data && (
            <>
              <Table
                caption={`On ${day(scheme.data.on)}`}
                columns={columns(scheme.data.rules)}
                rows={scheme.data.rules}
                keyOf={({ id }) => id}
              />
              <p className="soft small">
                Nobody approves what they asked for themselves: it goes to the next body up, from the
                headteacher to a trust leader, from a trust leader or a committee to the trust board.
                Committees decide in a meeting. Who is consulted is asked for their opinion before; who is
                informed is told afterwards.
              </p>
            </>
          )}
        </section>
        <section className="sheet stack" aria-labelledby="versions-title">
          <header>
            <h2 id="versions-title">Versions</h2>
          </header>
          <div className="filters">
            <Choice
              label="Decision"
              options={[['', 'All'], ...(Object.entries(DECISIONS) as [string, string][])]}
              chosen={decision ?? ''}
              onChoose={(next) =>
                navigate({ search: next ? { decision: next as Decision } : {}, replace: true })
              }
            />
          </div>
          {versions.isPending && <Loading what="the versions" />}
          {versions.isError && <Failed cause={versions.error} retry={() => versions.refetch()} />}
          {versions.data?.results.length === 0 && <Empty>No version of it is known.</Empty>}
          {versions.data && versions.data.results.length > 0 && (
            <>
              <RuleVersions versions={versions.data.results} changes={changes} />
              <Paging
                paging={versions.data.paging}
                what="versions"
                onPage={(next) => navigate({ search: (before) => ({ ...before, page: next }) })}
              />
            </>
          )}
        </section>
      </div>
      {adding && <NewRule onClose={() => setAdding(false)} />}
    </Page>
  );
}
