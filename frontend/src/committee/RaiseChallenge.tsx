import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { challengeResourceRaise } from '../api/sdk.gen';
import type { ChallengeLink, Committee } from '../api/types.gen';
import { useCycleOf } from '../cycle/useCycles';
import { usePlan } from '../cycle/usePlan';
import { useMeasures } from '../outcome/measures';
import { nameOf } from '../target/status';
import { AskDialog } from '../ui/AskDialog';
import { academicYearOf, today } from '../ui/format';
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
  const urn = school ? Number(school) : undefined;
  const answerers = useAnswerers(committee.id, urn);
  const subjects = useSubjects(urn);
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
                label: 'School',
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
        {
          name: 'link',
          label: 'About',
          hint: 'A priority, a target or a measure, where it is about one',
          options: [['', 'Nothing in particular'], ...subjects],
        },
      ]}
      work={async ({ question, schoolUrn, askedPersonId, answerBy, link = '' }, key) => {
        // A subject of another school that was chosen before is none of this one.
        const [kind, id] = subjects.some(([value]) => value === link) ? link.split(' ') : [];
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
              link: kind && id ? { kind: kind as ChallengeLink['kind'], id } : undefined,
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}

/** What a challenge can be about: the open priorities and targets of a school's cycle of this year, and every measure. */
function useSubjects(urn: number | undefined): [string, string][] {
  const cycles = useCycleOf(urn ?? 0, academicYearOf(new Date()), urn !== undefined);
  const plan = usePlan(urn === undefined ? undefined : cycles.data?.results[0]?.id);
  const measures = useMeasures();
  const planned = plan.data?.priorities ?? [];
  return [
    ...planned.map(({ priority }): [string, string] => [
      `priority ${priority.id}`,
      `Priority: ${priority.title}`,
    ]),
    ...planned.flatMap(({ targets }) =>
      targets.map((target): [string, string] => [`target ${target.id}`, `Target: ${nameOf(target)}`]),
    ),
    ...(measures.data?.results ?? []).map(({ code, label }): [string, string] => [
      `measure ${code}`,
      `Measure: ${label}`,
    ]),
  ];
}
