import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { minutesResourceAttend } from '../api/sdk.gen';
import type { CommitteeMember, MeetingDetail, Presence } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { Empty } from '../ui/Page';
import { answered } from '../ui/problem';
import { useMembers } from './useCommittees';
import { PRESENCE } from './words';

/** The members of the day of a meeting. */
export function membersOn(members: CommitteeMember[], day: string): CommitteeMember[] {
  return members.filter(({ from, until }) => from <= day && (!until || until > day));
}

/** Who was at a meeting. */
export function Attendance({ detail }: { detail: MeetingDetail }) {
  const { meeting, attendance, mayKeep } = detail;
  const [asking, setAsking] = useState(false);
  return (
    <section className="sheet stack" aria-labelledby="attendance-title">
      <header>
        <h2 id="attendance-title">Attendance</h2>
        {mayKeep && !meeting.approvedAt && meeting.status !== 'cancelled' && (
          <button className="button" type="button" onClick={() => setAsking(true)}>
            Record attendance
          </button>
        )}
      </header>
      {attendance.length === 0 && <Empty>Nobody has said yet who was there.</Empty>}
      {attendance.length > 0 && (
        <dl className="facts">
          {(Object.entries(PRESENCE) as [Presence, string][]).map(([presence, label]) => (
            <div className="pair" key={presence}>
              <dt>{label}</dt>
              <dd>
                {attendance
                  .filter((line) => line.presence === presence)
                  .map(({ name }) => name)
                  .join(', ') || 'Nobody'}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {asking && <RecordAttendance detail={detail} onClose={() => setAsking(false)} />}
    </section>
  );
}

function RecordAttendance({ detail, onClose }: { detail: MeetingDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const { meeting, attendance } = detail;
  const members = useMembers(meeting.committeeId);
  const of = membersOn(members.data?.results ?? [], meeting.day);
  const said = (person: string) => attendance.find(({ personId }) => personId === person)?.presence;
  return (
    <AskDialog
      title="Record attendance"
      action="Save"
      asked={(values) =>
        of.map(({ personId, name }) => ({
          name: personId,
          label: name,
          options: [
            ['', values[personId] || !said(personId) ? 'Not said' : PRESENCE[said(personId) ?? 'present']],
            ...(Object.entries(PRESENCE) as [string, string][]),
          ],
        }))
      }
      work={async (values) => {
        await answered(
          minutesResourceAttend({
            path: { id: meeting.id },
            headers: { 'If-Match': `"${meeting.version}"` },
            body: {
              lines: of.flatMap(({ personId }) => {
                const presence = (values[personId] || said(personId)) as Presence | undefined;
                return presence ? [{ personId, presence }] : [];
              }),
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
