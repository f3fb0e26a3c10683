import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { meetingResourcePlan } from '../api/sdk.gen';
import type { Committee, Meeting, Pack } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { usePacks } from '../pack/usePacks';
import { AskDialog } from '../ui/AskDialog';
import { day } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { MEETING_COLUMNS } from './MeetingTable';
import { useMeetings } from './useCommittees';

const columnsOf = (packs: Map<string, Pack>): Column<Meeting>[] => [
  ...MEETING_COLUMNS,
  {
    label: 'Pack',
    text: ({ id }) => packs.get(id)?.id ?? '',
    show: ({ id }) => <PackLink pack={packs.get(id)} />,
  },
];

function PackLink({ pack }: { pack: Pack | undefined }) {
  return (
    pack && (
      <Link to="/packs/$id" params={{ id: pack.id }}>
        Pack {pack.number}
        <span className="visually-hidden"> for the meeting of {day(pack.meetingDay)}</span>
      </Link>
    )
  );
}

/** The meetings of a committee, the next one first in sight. */
export function CommitteeMeetings({ committee }: { committee: Committee }) {
  const me = useMe();
  const [planning, setPlanning] = useState(false);
  const meetings = useMeetings({ committeeId: committee.id, pageSize: 20 });
  const packs = usePacks({ committeeId: committee.id, pageSize: 200 });
  // The newest ones come first, and are the last ones to be set.
  const newest = new Map(packs.data?.results.toReversed().map((pack) => [pack.meetingId, pack]));
  const next = meetings.data?.results.filter(({ status }) => status === 'planned').at(-1);
  return (
    <section className="sheet stack" aria-labelledby="meetings-title">
      <header>
        <h2 id="meetings-title">Meetings</h2>
        {may(me, 'meetings:keep') && (
          <button className="button" type="button" onClick={() => setPlanning(true)}>
            Plan a meeting
          </button>
        )}
      </header>
      {next && (
        <p>
          Next:{' '}
          <Link to="/meetings/$id" params={{ id: next.id }}>
            {day(next.day)}, {next.startsAt}
          </Link>
          {next.place && `, ${next.place}`}
        </p>
      )}
      {meetings.isPending && <Loading what="meetings" />}
      {meetings.isError && <Failed cause={meetings.error} retry={() => meetings.refetch()} />}
      {meetings.data?.results.length === 0 && <Empty>No meeting is planned. The clerk plans them.</Empty>}
      {meetings.data && meetings.data.results.length > 0 && (
        <Table
          caption="The latest first"
          columns={columnsOf(newest)}
          rows={meetings.data.results}
          keyOf={({ id }) => id}
        />
      )}
      {planning && <PlanMeeting committee={committee} onClose={() => setPlanning(false)} />}
    </section>
  );
}

function PlanMeeting({ committee, onClose }: { committee: Committee; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <AskDialog
      title="Plan a meeting"
      action="Plan"
      initial={{ startsAt: '17:30', minutes: '120' }}
      asked={() => [
        { name: 'day', label: 'Day', kind: 'date' },
        { name: 'startsAt', label: 'Begins', hint: 'As 17:30' },
        { name: 'minutes', label: 'How many minutes' },
        { name: 'place', label: 'Place' },
        { name: 'link', label: 'Link to join it', hint: 'Where one can join from afar' },
      ]}
      work={async (typed, key) => {
        await answered(
          meetingResourcePlan({
            headers: { 'Idempotency-Key': key },
            body: {
              committeeId: committee.id,
              terms: {
                day: typed.day ?? '',
                startsAt: typed.startsAt ?? '',
                minutes: Number(typed.minutes) || 0,
                place: typed.place || undefined,
                link: typed.link || undefined,
              },
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
