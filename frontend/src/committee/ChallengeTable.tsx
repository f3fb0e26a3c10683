import { Link } from '@tanstack/react-router';
import type { Challenge } from '../api/types.gen';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { CHALLENGE } from './words';

/** The columns of challenges, for the screen and for the file. */
export const CHALLENGE_COLUMNS: Column<Challenge>[] = [
  {
    label: 'Question',
    text: ({ question }) => question,
    show: ({ id, question }) => (
      <Link to="/challenges/$id" params={{ id }}>
        {question}
      </Link>
    ),
  },
  { label: 'Committee', text: ({ committeeName }) => committeeName },
  { label: 'About', text: ({ schoolName, schoolUrn }) => schoolName ?? (schoolUrn ? '' : 'The trust') },
  { label: 'Asked by', text: ({ askedBy }) => askedBy },
  { label: 'Of', text: ({ askedName }) => askedName },
  { label: 'Raised', text: ({ raisedOn }) => day(raisedOn) },
  { label: 'Answer by', text: ({ dueOn }) => day(dueOn) },
  {
    label: 'Status',
    text: ({ status, reopened }) =>
      CHALLENGE[status].label + (reopened ? ', the answer did not satisfy' : ''),
    show: ({ status, reopened }) => (
      <>
        <Pill tone={CHALLENGE[status].tone}>{CHALLENGE[status].label}</Pill>
        {reopened && <span className="soft small"> The answer did not satisfy</span>}
      </>
    ),
  },
];

/** Challenges, one in a row; those of one committee without its name. */
export function ChallengeTable({ challenges, ofOne }: { challenges: Challenge[]; ofOne?: boolean }) {
  return (
    <Table
      caption="Challenges"
      columns={ofOne ? CHALLENGE_COLUMNS.filter(({ label }) => label !== 'Committee') : CHALLENGE_COLUMNS}
      rows={challenges}
      keyOf={({ id }) => id}
    />
  );
}
