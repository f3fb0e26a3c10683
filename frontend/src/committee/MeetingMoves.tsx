import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  agendaResourcePrepare,
  meetingResourceChange,
  meetingResourceMove,
  minutesResourceAdd,
  minutesResourceApprove,
} from '../api/sdk.gen';
import type { MeetingDetail, MeetingStatus } from '../api/types.gen';
import { useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { day, today } from '../ui/format';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useChange } from '../ui/useChange';
import { useMeetings } from './useCommittees';

type Asked = 'cancel' | 'move' | 'approve' | 'add';

/** What the clerk and the chair do with a meeting as a whole. */
export function MeetingMoves({ detail }: { detail: MeetingDetail }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const [asked, setAsked] = useState<Asked>();
  const { meeting, mayKeep, mayApprove } = detail;
  const path = { id: meeting.id };
  const headers = { 'If-Match': `"${meeting.version}"` };
  const close = () => setAsked(undefined);
  const done = async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries();
  };
  const set = (status: MeetingStatus, reason?: string) =>
    done(answered(meetingResourceMove({ path, headers, body: { status, reason } })));
  const approved = Boolean(meeting.approvedAt);
  return (
    <>
      <FormProblem problem={change.problem} />
      <div className="actions">
        {mayKeep && meeting.status === 'planned' && (
          <>
            <button
              className="button primary"
              type="button"
              aria-disabled={change.busy}
              onClick={() => change.run(() => done(answered(agendaResourcePrepare({ path, headers }))))}
            >
              {detail.items.length === 0 ? 'Prepare the agenda' : 'Add what is due'}
            </button>
            <button className="button" type="button" onClick={() => setAsked('move')}>
              Change day or place
            </button>
            {meeting.day <= today() && (
              <button
                className="button"
                type="button"
                aria-disabled={change.busy}
                onClick={() => change.run(() => set('held'))}
              >
                It was held
              </button>
            )}
            <button className="button quiet" type="button" onClick={() => setAsked('cancel')}>
              Cancel the meeting
            </button>
          </>
        )}
        {mayApprove && (
          <button className="button primary" type="button" onClick={() => setAsked('approve')}>
            Approve the minutes
          </button>
        )}
        {mayKeep && approved && (
          <button className="button" type="button" onClick={() => setAsked('add')}>
            Add to the minutes
          </button>
        )}
      </div>
      {asked === 'cancel' && (
        <ReasonDialog
          draftKey={`${me.id} cancelling of ${meeting.id}`}
          title="Cancel this meeting?"
          action="Cancel the meeting"
          work={(reason) => set('cancelled', reason)}
          onClose={close}
        />
      )}
      {asked === 'move' && (
        <AskDialog
          title="Change day or place"
          action="Save"
          initial={{
            day: meeting.day,
            startsAt: meeting.startsAt,
            minutes: String(meeting.minutes),
            place: meeting.place ?? '',
            link: meeting.link ?? '',
          }}
          asked={() => [
            { name: 'day', label: 'Day', kind: 'date' },
            { name: 'startsAt', label: 'Begins', hint: 'As 17:30' },
            { name: 'minutes', label: 'How many minutes' },
            { name: 'place', label: 'Place' },
            { name: 'link', label: 'Link to join it' },
          ]}
          work={(typed) =>
            done(
              answered(
                meetingResourceChange({
                  path,
                  headers,
                  body: {
                    day: typed.day ?? '',
                    startsAt: typed.startsAt ?? '',
                    minutes: Number(typed.minutes) || 0,
                    place: typed.place || null,
                    link: typed.link || null,
                  },
                }),
              ),
            )
          }
          onClose={close}
        />
      )}
      {asked === 'approve' && <Approve detail={detail} done={done} onClose={close} />}
      {asked === 'add' && (
        <AskDialog
          title="Add to the minutes"
          action="Add"
          asked={() => [{ name: 'text', label: 'Addition', kind: 4, most: 8000 }]}
          work={({ text }, key) =>
            done(
              answered(
                minutesResourceAdd({
                  path,
                  headers: { 'Idempotency-Key': key },
                  body: { text: text ?? '' },
                }),
              ),
            )
          }
          onClose={close}
        >
          <p>The approved minutes stay as they are; this is added with your name and the time.</p>
        </AskDialog>
      )}
    </>
  );
}

function Approve({
  detail,
  done,
  onClose,
}: {
  detail: MeetingDetail;
  done: (work: Promise<unknown>) => Promise<void>;
  onClose: () => void;
}) {
  const { meeting } = detail;
  const later = useMeetings({ committeeId: meeting.committeeId, until: today() });
  return (
    <AskDialog
      title="Approve these minutes?"
      action="Approve the minutes"
      asked={() => [
        {
          name: 'meetingId',
          label: 'In the meeting of',
          options: [
            ['', 'Choose'],
            ...((later.data?.results ?? [])
              .filter((other) => other.day > meeting.day && other.status !== 'cancelled')
              .map((other) => [other.id, day(other.day)]) as [string, string][]),
          ],
        },
      ]}
      work={({ meetingId }) =>
        done(
          answered(
            minutesResourceApprove({
              path: { id: meeting.id },
              headers: { 'If-Match': `"${meeting.version}"` },
              body: { meetingId: meetingId ?? '' },
            }),
          ),
        )
      }
      onClose={onClose}
    >
      <p>From then on they can be added to, and never changed.</p>
    </AskDialog>
  );
}
