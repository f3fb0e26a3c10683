import { Link } from '@tanstack/react-router';
import type { Concern } from '../api/types.gen';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { ageOf, DIRECTION, nameOf, SEVERITY, STATUS } from './words';

/** What comes next, and by when. */
function nextOf(concern: Concern): string {
  const { status, closingAsked, deadline, deadlineOn, ownerDueOn, nextActionOn, openActions, reviewOn } =
    concern;
  if (status === 'closed') {
    return '';
  }
  if (closingAsked) {
    return 'Agree to close it';
  }
  if (ownerDueOn) {
    return `Owner by ${day(ownerDueOn)}`;
  }
  if (deadline && deadlineOn) {
    return `${deadline} by ${day(deadlineOn)}`;
  }
  if (nextActionOn) {
    return `Action by ${day(nextActionOn)}`;
  }
  if (openActions > 0) {
    return openActions === 1 ? '1 action' : `${openActions} actions`;
  }
  return reviewOn ? `Review on ${day(reviewOn)}` : '';
}

const COLUMNS: Column<Concern>[] = [
  {
    label: 'Concern',
    text: nameOf,
    show: (concern) => (
      <Link to="/concerns/$id" params={{ id: concern.id }}>
        {nameOf(concern)}
      </Link>
    ),
  },
  { label: 'School', text: ({ schoolName }) => schoolName ?? '' },
  { label: 'About', text: ({ categoryLabel }) => categoryLabel },
  {
    label: 'Severity',
    text: ({ severity }) => SEVERITY[severity].label,
    show: ({ severity, direction }) => (
      <>
        <Pill tone={SEVERITY[severity].tone}>{SEVERITY[severity].label}</Pill>
        {direction !== 'steady' && <span className="soft small"> {DIRECTION[direction]}</span>}
      </>
    ),
  },
  { label: 'Status', text: ({ status }) => STATUS[status] },
  {
    label: 'Age',
    text: ({ ageInDays }) => ageOf(ageInDays),
    show: ({ ageInDays }) => <span className="when">{ageOf(ageInDays)}</span>,
    figure: true,
  },
  { label: 'Owner', text: ({ ownerName }) => ownerName ?? '' },
  {
    label: 'Next',
    text: nextOf,
    show: (concern) =>
      concern.overdue ? <Pill tone="bad">{`Overdue: ${nextOf(concern)}`}</Pill> : nextOf(concern),
  },
];

/** Concerns, one in a row. */
export function ConcernTable({ concerns }: { concerns: Concern[] }) {
  return <Table caption="Concerns" columns={COLUMNS} rows={concerns} keyOf={({ id }) => id} />;
}
