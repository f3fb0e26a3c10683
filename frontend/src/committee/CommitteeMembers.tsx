import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { committeeMemberResourceOffice } from '../api/sdk.gen';
import type { Committee, CommitteeMember, Office } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { day } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { useMembers } from './useCommittees';
import { OFFICE, TERM } from './words';

const COLUMNS: Column<CommitteeMember>[] = [
  { label: 'Name', text: ({ name }) => name },
  { label: 'Office', text: ({ office }) => OFFICE[office] },
  { label: 'From', text: ({ from }) => day(from) },
  { label: 'Until', text: ({ until }) => (until ? day(until) : 'Open') },
  {
    label: 'Term',
    text: ({ standing }) => TERM[standing].label,
    show: ({ standing }) => <Pill tone={TERM[standing].tone}>{TERM[standing].label}</Pill>,
  },
];

/** Who is of a committee, in which office, and whose term ends. */
export function CommitteeMembers({ committee }: { committee: Committee }) {
  const me = useMe();
  const members = useMembers(committee.id);
  const [giving, setGiving] = useState<CommitteeMember>();
  const ending = members.data?.results.filter(({ standing }) => standing === 'ending') ?? [];
  const keeps = may(me, 'meetings:keep') || may(me, 'committees:keep');
  const columns: Column<CommitteeMember>[] = keeps
    ? [
        ...COLUMNS,
        {
          label: 'Change',
          text: () => '',
          show: (member) =>
            member.office !== 'clerk' &&
            member.standing !== 'ended' && (
              <button className="link" type="button" onClick={() => setGiving(member)}>
                Office<span className="visually-hidden"> of {member.name}</span>
              </button>
            ),
        },
      ]
    : COLUMNS;
  return (
    <section className="sheet stack" aria-labelledby="members-title">
      <header>
        <h2 id="members-title">Members</h2>
      </header>
      {ending.length > 0 && (
        <div className="notice warn">
          <h3>Terms of office that end soon</h3>
          <ul>
            {ending.map(({ membershipId, name, until }) => (
              <li key={membershipId}>
                {name}, until {day(until)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {members.isPending && <Loading what="members" />}
      {members.isError && <Failed cause={members.error} retry={() => members.refetch()} />}
      {members.data?.results.length === 0 && (
        <Empty>Nobody is of it yet. An administrator adds them on the page People.</Empty>
      )}
      {members.data && members.data.results.length > 0 && (
        <Table
          caption="By office, those whose term has ended last"
          columns={columns}
          rows={members.data.results}
          keyOf={({ membershipId }) => membershipId}
        />
      )}
      {giving && <GiveOffice member={giving} onClose={() => setGiving(undefined)} />}
    </section>
  );
}

function GiveOffice({ member, onClose }: { member: CommitteeMember; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <AskDialog
      title={`Office of ${member.name}`}
      action="Save"
      initial={{ office: member.office }}
      asked={() => [
        {
          name: 'office',
          label: 'Office',
          options: Object.entries(OFFICE).filter(([office]) => office !== 'clerk') as [string, string][],
        },
      ]}
      work={async ({ office }) => {
        await answered(
          committeeMemberResourceOffice({
            path: { id: member.committeeId, membershipId: member.membershipId },
            headers: { 'If-Match': `"${member.version}"` },
            body: { office: office as Office },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
