import { getRouteApi, Link } from '@tanstack/react-router';
import type { Meeting } from '../api/types.gen';
import { Export } from '../ui/Export';
import { today } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Switch } from '../ui/Switch';
import { type Column, Table } from '../ui/Table';
import { CommitteeChoice } from './CommitteeChoice';
import { MEETING_COLUMNS } from './MeetingTable';
import { useMeetings } from './useCommittees';

const route = getRouteApi('/shell/meetings');

/** What the address of the list can say. */
export interface MeetingSearch {
  show?: 'past' | undefined;
  committee?: string | undefined;
  page?: number | undefined;
}

const COMMITTEE: Column<Meeting> = {
  label: 'Committee',
  text: ({ committeeName }) => committeeName,
  show: ({ committeeId, committeeName }) => (
    <Link to="/committees/$id" params={{ id: committeeId }}>
      {committeeName}
    </Link>
  ),
};
const COLUMNS = MEETING_COLUMNS.toSpliced(1, 0, COMMITTEE);

/** The day before today, as the API writes it. */
function yesterday(): string {
  const day = new Date(`${today()}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** The meetings of all committees that somebody may see: what comes next, or what was. */
export function MeetingList() {
  const { show, committee, page } = route.useSearch();
  const navigate = route.useNavigate();
  const past = show === 'past';
  const meetings = useMeetings({
    committeeId: committee,
    page,
    ...(past ? { until: yesterday() } : { from: today(), sort: 'earliest' }),
  });
  const choose = (next: Partial<MeetingSearch>) =>
    navigate({ search: (before) => ({ ...before, ...next, page: undefined }) });
  return (
    <Page
      title="Meetings"
      part={past ? 'Past' : undefined}
      lead="When your committees meet, and what became of it."
      actions={
        meetings.data &&
        meetings.data.results.length > 0 && (
          <Export
            name={['meetings', past ? 'past' : 'to-come']}
            columns={COLUMNS}
            rows={meetings.data.results}
          />
        )
      }
    >
      <div className="stack">
        <div className="filters">
          <Switch
            label="Show"
            ways={['to-come', 'past']}
            chosen={show ?? 'to-come'}
            onChoose={(next) => choose({ show: next === 'past' ? next : undefined })}
          />
          <CommitteeChoice chosen={committee} onChoose={(next) => choose({ committee: next })} />
        </div>
        {meetings.isPending && <Loading what="meetings" />}
        {meetings.isError && <Failed cause={meetings.error} retry={() => meetings.refetch()} />}
        {meetings.data && (
          <section className="sheet" aria-label="Meetings">
            {meetings.data.results.length === 0 ? (
              <Empty>
                {committee
                  ? `No meeting of this committee ${past ? 'is past' : 'is to come'}. Show all committees to see the others.`
                  : past
                    ? 'No meeting that you may see is past.'
                    : 'No meeting that you may see is to come. The clerk plans them on the page of the committee.'}
              </Empty>
            ) : (
              <Table
                caption={past ? 'The latest first' : 'The next one first'}
                columns={COLUMNS}
                rows={meetings.data.results}
                keyOf={({ id }) => id}
              />
            )}
            <Paging
              paging={meetings.data.paging}
              what="meetings"
              onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
            />
          </section>
        )}
      </div>
    </Page>
  );
}
