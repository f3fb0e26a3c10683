import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { challengeResourceRaise } from '../api/sdk.gen';
import type { Committee } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { today } from '../ui/format';
import { answered } from '../ui/problem';
import { useAnswerers } from './useCommittees';

/** Asks a leader something, in the name of the committee. */
export function RaiseChallenge({ committee, meetingId }: { committee: Committee; meetingId?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button className="button" type="button" onClick={() => setOpen(true)}>
        Raise a challenge
      </button>
      {open && <Form committee={committee} meetingId={meetingId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({
  committee,
  meetingId,
  onClose,
}: {
  committee: Committee;
  meetingId: string | undefined;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const now = committee.schools.filter(({ from, until }) => from <= today() && (!until || until > today()));
  const first = String(now[0]?.schoolUrn ?? '');
  const [school, setSchool] = useState(first);
  const answerers = useAnswerers(committee.id, school ? Number(school) : undefined);
  return (
    <AskDialog
      title="Raise a challenge"
      action="Raise"
      initial={{ schoolUrn: first }}
      onTyped={({ schoolUrn }) => setSchool(schoolUrn ?? '')}
      asked={() => [
        { name: 'question', label: 'Question', kind: 4, most: 4000 },
        ...(now.length > 0
          ? [
              {
                name: 'schoolUrn',
                label: 'About',
                options: now.map(({ schoolUrn, schoolName }) => [
                  String(schoolUrn),
                  schoolName ?? `School ${schoolUrn}`,
                ]) as [string, string][],
              },
            ]
          : []),
        {
          name: 'askedPersonId',
          label: 'Who answers',
          options: [
            ['', 'Choose'],
            ...((answerers.data?.results ?? []).map(({ id, name }) => [id, name]) as [string, string][]),
          ],
        },
        { name: 'answerBy', label: 'Answer by', kind: 'date' },
      ]}
      work={async ({ question, schoolUrn, askedPersonId, answerBy }, key) => {
        await answered(
          challengeResourceRaise({
            headers: { 'Idempotency-Key': key },
            body: {
              committeeId: committee.id,
              meetingId,
              question: question ?? '',
              schoolUrn: schoolUrn ? Number(schoolUrn) : undefined,
              askedPersonId: askedPersonId ?? '',
              answerBy: answerBy ?? '',
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
