import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { minutesResourceDecide } from '../api/sdk.gen';
import type { ApprovalOutcome, MeetingDetail, VoteKind } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { today } from '../ui/format';
import { Empty } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { membersOn } from './Attendance';
import { votesOf } from './Decisions';
import { useMembers } from './useCommittees';
import { VOTE } from './words';

/** What was decided in a meeting, and who voted how. */
export function MeetingDecisions({ detail }: { detail: MeetingDetail }) {
  const { meeting, decisions, items, mayKeep } = detail;
  const [asking, setAsking] = useState(false);
  const open = !meeting.approvedAt && meeting.status !== 'cancelled' && meeting.day <= today();
  return (
    <section className="sheet stack" aria-labelledby="decided-title">
      <header>
        <h2 id="decided-title">Decisions</h2>
        {mayKeep && open && (
          <button className="button" type="button" onClick={() => setAsking(true)}>
            Record a decision
          </button>
        )}
      </header>
      {decisions.length === 0 && <Empty>Nothing has been decided in it.</Empty>}
      <ul className="activity">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <span className="line">{decision.text}</span>
            {decision.itemId && (
              <span className="soft small">{items.find(({ id }) => id === decision.itemId)?.title}</span>
            )}
            {decision.votes.length > 0 && <span className="small">{votesOf(decision)}</span>}
            {decision.outcome && (
              <span>
                <Pill tone={decision.outcome === 'approved' ? 'good' : 'bad'}>
                  {decision.outcome === 'approved' ? 'Approved by the board' : 'Refused by the board'}
                </Pill>
              </span>
            )}
          </li>
        ))}
      </ul>
      {asking && <RecordDecision detail={detail} onClose={() => setAsking(false)} />}
    </section>
  );
}

function RecordDecision({ detail, onClose }: { detail: MeetingDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const { meeting, items } = detail;
  const members = useMembers(meeting.committeeId);
  const voters = membersOn(members.data?.results ?? [], meeting.day).filter(({ role }) => role !== 'clerk');
  const itemOf = (id: string | undefined) => items.find((item) => item.id === id);
  return (
    <AskDialog
      title="Record a decision"
      action="Record"
      asked={({ itemId }) => [
        {
          name: 'itemId',
          label: 'In the item',
          options: [['', 'None'], ...(items.map(({ id, title }) => [id, title]) as [string, string][])],
        },
        { name: 'text', label: 'Decision', kind: 3, most: 4000 },
        ...(itemOf(itemId)?.approvalId
          ? [
              {
                name: 'outcome',
                label: 'What was asked of the board is',
                options: [
                  ['', 'Not decided by this'],
                  ['approved', 'Approved'],
                  ['refused', 'Refused'],
                ] as [string, string][],
              },
            ]
          : []),
        ...voters.map(({ personId, name }) => ({
          name: personId,
          label: `Vote of ${name}`,
          hint: itemOf(itemId)?.conflicted.includes(personId)
            ? 'Declared an interest in this item, and abstains'
            : undefined,
          options: [['', 'No vote'], ...(Object.entries(VOTE) as [string, string][])] as [string, string][],
        })),
      ]}
      work={async (values, key) => {
        const outcome = (values.outcome || undefined) as ApprovalOutcome | undefined;
        await answered(
          minutesResourceDecide({
            path: { id: meeting.id },
            headers: { 'Idempotency-Key': key },
            body: {
              itemId: values.itemId || undefined,
              text: values.text ?? '',
              outcome,
              approvalId: outcome && itemOf(values.itemId)?.approvalId,
              votes: voters.flatMap(({ personId }) => {
                const vote = values[personId] as VoteKind | '' | undefined;
                return vote ? [{ personId, vote }] : [];
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
