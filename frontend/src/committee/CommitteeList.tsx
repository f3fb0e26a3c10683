import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { committeeResourceCreate } from '../api/sdk.gen';
import type { Committee, CommitteeKind } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { useSchools } from '../school/useSchool';
import { AskDialog } from '../ui/AskDialog';
import { Choice } from '../ui/Choice';
import { day, today } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { onDay } from './schools';
import { useCommittees } from './useCommittees';
import { KIND } from './words';

const route = getRouteApi('/shell/committees');

/** What the address of the list can say. */
export interface CommitteeSearch {
  kind?: CommitteeKind | undefined;
  page?: number | undefined;
}

const COLUMNS: Column<Committee>[] = [
  {
    label: 'Committee',
    text: ({ name }) => name,
    show: ({ id, name }) => (
      <Link to="/committees/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { label: 'Kind', text: ({ kind }) => KIND[kind] },
  {
    label: 'Looks after',
    text: ({ wholeTrust, schools }) =>
      wholeTrust
        ? 'The whole trust'
        : onDay(schools, today())
            .map(({ schoolName, schoolUrn }) => schoolName ?? `School ${schoolUrn}`)
            .join(', '),
  },
  { label: 'Members', text: ({ members }) => String(members), figure: true },
  {
    label: 'Open challenges',
    text: ({ openChallenges }) => (openChallenges === undefined ? '' : String(openChallenges)),
    figure: true,
  },
  {
    label: 'Next meeting',
    text: ({ nextMeetingOn, endedOn }) =>
      endedOn && endedOn <= today()
        ? `Ended on ${day(endedOn)}`
        : nextMeetingOn
          ? day(nextMeetingOn)
          : 'None planned',
  },
];

/** The committees that somebody may see. */
export function CommitteeList() {
  const me = useMe();
  const { kind, page } = route.useSearch();
  const navigate = route.useNavigate();
  const committees = useCommittees({ kind, page });
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title="Committees"
      lead="The trust board and its committees: who is of them, when they meet, and what they ask."
      actions={
        may(me, 'committees:keep') && (
          <button className="button primary" type="button" onClick={() => setAdding(true)}>
            Create a committee
          </button>
        )
      }
    >
      <div className="stack">
        <div className="filters">
          <Choice
            label="Kind"
            options={[['', 'All'], ...(Object.entries(KIND) as [CommitteeKind, string][])]}
            chosen={kind ?? ''}
            onChoose={(next) => navigate({ search: next ? { kind: next } : {} })}
          />
        </div>
        {committees.isPending && <Loading what="committees" />}
        {committees.isError && <Failed cause={committees.error} retry={() => committees.refetch()} />}
        {committees.data && (
          <section className="sheet" aria-label="Committees">
            {committees.data.results.length === 0 ? (
              <Empty>
                {kind
                  ? 'No committee of this kind that you may see.'
                  : 'You are of no committee. An administrator creates them and says who is of them.'}
              </Empty>
            ) : (
              <Table
                caption="Committees"
                columns={COLUMNS}
                rows={committees.data.results}
                keyOf={({ id }) => id}
              />
            )}
            <Paging
              paging={committees.data.paging}
              what="committees"
              onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
            />
          </section>
        )}
      </div>
      {adding && <CreateCommittee onClose={() => setAdding(false)} />}
    </Page>
  );
}

function CreateCommittee({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const known = useSchools();
  return (
    <AskDialog
      title="Create a committee"
      action="Create"
      initial={{ kind: 'development', from: today() }}
      asked={({ kind }) => [
        { name: 'kind', label: 'Kind', options: Object.entries(KIND) as [string, string][] },
        { name: 'name', label: 'Name' },
        ...(kind === 'trust-board'
          ? []
          : [
              {
                name: 'schools',
                label: 'Schools that it looks after',
                several: (known.data?.results ?? []).map(({ urn, name }): [string, string] => [
                  String(urn),
                  name,
                ]),
              },
              { name: 'from', label: 'It looks after them from', kind: 'date' as const },
            ]),
      ]}
      work={async ({ kind, name, schools, from }, key) => {
        await answered(
          committeeResourceCreate({
            headers: { 'Idempotency-Key': key },
            body: {
              kind: kind as CommitteeKind,
              name: name ?? '',
              schools:
                kind === 'trust-board'
                  ? []
                  : (schools ?? '')
                      .split(',')
                      .filter(Boolean)
                      .map((urn) => ({ schoolUrn: Number(urn), from: from ?? '' })),
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
