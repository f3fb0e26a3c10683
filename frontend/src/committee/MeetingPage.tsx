import { getRouteApi } from '@tanstack/react-router';
import { ActivityList } from '../activity/ActivityList';
import { may, useMe } from '../app/me';
import { MeetingPacks } from '../pack/MeetingPacks';
import { day } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { When } from '../ui/When';
import { AgendaSheet } from './AgendaSheet';
import { Attendance } from './Attendance';
import { ComplaintNumbers } from './ComplaintNumbers';
import { MeetingDecisions } from './MeetingDecisions';
import { MeetingMoves } from './MeetingMoves';
import { MeetingTasks } from './MeetingTasks';
import { useMeeting } from './useCommittees';
import { MEETING } from './words';

const route = getRouteApi('/shell/meetings/$id');

/** A meeting: its agenda with the minutes, who was there, what was decided and given to do. */
export function MeetingPage() {
  const me = useMe();
  const { id } = route.useParams();
  const meeting = useMeeting(id);
  const found = meeting.data?.meeting;
  return (
    <Page
      title={found ? `Meeting of ${day(found.day)}` : 'Meeting'}
      lead={
        found &&
        [found.committeeName, `${found.startsAt}, ${found.minutes} minutes`, found.place]
          .filter(Boolean)
          .join(' · ')
      }
      crumbs={[
        { label: 'Committees', to: '/committees' },
        ...(found ? [{ label: found.committeeName, to: `/committees/${found.committeeId}` }] : []),
      ]}
      actions={
        found && (
          <button className="button" type="button" onClick={() => print()}>
            Print
          </button>
        )
      }
    >
      {meeting.isPending && <Loading what="the meeting" />}
      {meeting.isError && <Failed cause={meeting.error} retry={() => meeting.refetch()} />}
      {meeting.data && found && (
        <div className="stack">
          <section className="sheet stack" aria-labelledby="standing-title">
            <header>
              <h2 id="standing-title">How it stands</h2>
              <Pill tone={MEETING[found.status].tone}>{MEETING[found.status].label}</Pill>
            </header>
            {found.cancelReason && <p>Cancelled: {found.cancelReason}</p>}
            {found.link && (
              <p>
                <a href={found.link}>Join from afar</a>
              </p>
            )}
            {found.status === 'held' && (
              <p>
                {found.approvedAt ? (
                  <>
                    Minutes approved by {found.approvedBy}, <When at={found.approvedAt} />
                  </>
                ) : (
                  'The minutes are a draft until the chair approves them in a later meeting.'
                )}
              </p>
            )}
            <MeetingMoves detail={meeting.data} />
          </section>
          <MeetingPacks detail={meeting.data} />
          <AgendaSheet detail={meeting.data} />
          {may(me, 'concerns:count') && <ComplaintNumbers meeting={found} />}
          <Attendance detail={meeting.data} />
          <MeetingDecisions detail={meeting.data} />
          <MeetingTasks detail={meeting.data} />
          {meeting.data.additions.length > 0 && (
            <section className="sheet stack" aria-labelledby="additions-title">
              <h2 id="additions-title">Added after the approval</h2>
              <ul className="activity">
                {meeting.data.additions.map((addition) => (
                  <li key={addition.id}>
                    <span className="line">{addition.text}</span>
                    <span className="soft small">
                      {addition.author}, <When at={addition.at} />
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <ActivityList title="What happened" filter={{ subject: 'meeting', subjectId: id }} />
        </div>
      )}
    </Page>
  );
}
