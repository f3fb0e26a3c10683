import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { committeeMemberResourceDeclare, committeeMemberResourceEnd } from '../api/sdk.gen';
import type { Committee, ConflictOfInterest } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { day, today } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { useConflicts, useMembers } from './useCommittees';

const COLUMNS: Column<ConflictOfInterest>[] = [
  { label: 'Member', text: ({ name }) => name },
  { label: 'Interest', text: ({ what }) => what },
  { label: 'Since', text: ({ from }) => day(from) },
  { label: 'Until', text: ({ until }) => (until ? day(until) : 'Goes on') },
  { label: 'Declared', text: ({ declaredOn }) => day(declaredOn) },
];

/** The register of interests: for the committee and its clerk. */
export function Conflicts({ committee }: { committee: Committee }) {
  const me = useMe();
  const queries = useQueryClient();
  const conflicts = useConflicts(committee.id, true);
  const [declaring, setDeclaring] = useState(false);
  const [ending, setEnding] = useState<ConflictOfInterest>();
  const keeps = may(me, 'meetings:keep');
  const columns: Column<ConflictOfInterest>[] = keeps
    ? [
        ...COLUMNS,
        {
          label: 'Change',
          text: () => '',
          show: (conflict) =>
            !conflict.until && (
              <button className="link" type="button" onClick={() => setEnding(conflict)}>
                End<span className="visually-hidden">: {conflict.what}</span>
              </button>
            ),
        },
      ]
    : COLUMNS;
  return (
    <section className="sheet stack" aria-labelledby="conflicts-title">
      <header>
        <h2 id="conflicts-title">Register of interests</h2>
        {keeps && (
          <button className="button" type="button" onClick={() => setDeclaring(true)}>
            Record an interest
          </button>
        )}
      </header>
      {conflicts.isPending && <Loading what="the register" />}
      {conflicts.isError && <Failed cause={conflicts.error} retry={() => conflicts.refetch()} />}
      {conflicts.data?.results.length === 0 && <Empty>No member has declared an interest.</Empty>}
      {conflicts.data && conflicts.data.results.length > 0 && (
        <Table
          caption="The newest first"
          columns={columns}
          rows={conflicts.data.results}
          keyOf={({ id }) => id}
        />
      )}
      {declaring && <Declare committee={committee} onClose={() => setDeclaring(false)} />}
      {ending && (
        <AskDialog
          title="End this interest"
          action="End it"
          initial={{ until: today() }}
          asked={() => [{ name: 'until', label: 'First day on which they no longer have it', kind: 'date' }]}
          work={async ({ until }) => {
            await answered(
              committeeMemberResourceEnd({ path: { id: ending.id }, body: { until: until ?? '' } }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setEnding(undefined)}
        >
          <p>
            {ending.name}: {ending.what}
          </p>
        </AskDialog>
      )}
    </section>
  );
}

function Declare({ committee, onClose }: { committee: Committee; onClose: () => void }) {
  const queries = useQueryClient();
  const members = useMembers(committee.id);
  return (
    <AskDialog
      title="Record an interest"
      action="Record"
      initial={{ from: today(), declaredOn: today() }}
      asked={() => [
        {
          name: 'membershipId',
          label: 'Who declares it',
          options: [
            ['', 'Choose'],
            ...((members.data?.results ?? [])
              .filter(({ standing }) => standing !== 'ended')
              .map(({ membershipId, name }) => [membershipId, name]) as [string, string][]),
          ],
        },
        { name: 'what', label: 'Interest', kind: 3 },
        { name: 'from', label: 'Since', kind: 'date' },
        { name: 'declaredOn', label: 'Declared on', kind: 'date' },
      ]}
      work={async ({ membershipId, what, from, declaredOn }, key) => {
        await answered(
          committeeMemberResourceDeclare({
            path: { id: committee.id },
            headers: { 'Idempotency-Key': key },
            body: {
              membershipId: membershipId ?? '',
              what: what ?? '',
              from: from ?? '',
              declaredOn: declaredOn ?? '',
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
