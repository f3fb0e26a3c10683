import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { minutesResourceGive } from '../api/sdk.gen';
import type { MeetingDetail } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { today } from '../ui/format';
import { Empty } from '../ui/Page';
import { answered } from '../ui/problem';
import { membersOn } from './Attendance';
import { MeetingActions } from './MeetingActions';
import { useMembers } from './useCommittees';

/** What was given to do in a meeting. */
export function MeetingTasks({ detail }: { detail: MeetingDetail }) {
  const { meeting, actions, mayKeep } = detail;
  const [asking, setAsking] = useState(false);
  const open = !meeting.approvedAt && meeting.status !== 'cancelled' && meeting.day <= today();
  return (
    <section className="sheet stack" aria-labelledby="tasks-title">
      <header>
        <h2 id="tasks-title">Actions</h2>
        {mayKeep && open && (
          <button className="button" type="button" onClick={() => setAsking(true)}>
            Record an action
          </button>
        )}
      </header>
      {actions.length === 0 && <Empty>Nobody was given anything to do.</Empty>}
      <MeetingActions actions={actions} keeps={mayKeep} />
      {asking && <RecordAction detail={detail} onClose={() => setAsking(false)} />}
    </section>
  );
}

function RecordAction({ detail, onClose }: { detail: MeetingDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const { meeting } = detail;
  const members = useMembers(meeting.committeeId);
  return (
    <AskDialog
      title="Record an action"
      action="Record"
      asked={({ whoPersonId }) => [
        { name: 'what', label: 'What is to be done', kind: 3 },
        {
          name: 'whoPersonId',
          label: 'Who does it',
          options: [
            ['', 'Somebody else'],
            ...(membersOn(members.data?.results ?? [], meeting.day).map(({ personId, name }) => [
              personId,
              name,
            ]) as [string, string][]),
          ],
        },
        ...(whoPersonId
          ? []
          : [{ name: 'whoName', label: 'Who, by role', hint: 'As the attendance officer' }]),
        { name: 'dueOn', label: 'Due', kind: 'date' as const },
      ]}
      work={async ({ what, whoPersonId, whoName, dueOn }, key) => {
        await answered(
          minutesResourceGive({
            path: { id: meeting.id },
            headers: { 'Idempotency-Key': key },
            body: {
              what: what ?? '',
              whoPersonId: whoPersonId || undefined,
              whoName: whoName || undefined,
              dueOn: dueOn || undefined,
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
