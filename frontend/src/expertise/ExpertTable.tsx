import { Link } from '@tanstack/react-router';
import type { Expert } from '../api/types.gen';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { DaysLeft } from './DaysLeft';
import { daysLeft, placeOf, standingOf, termOf } from './words';

const labels = (codes: { label: string }[]) => codes.map(({ label }) => label).join(', ');

const COLUMNS: Column<Expert>[] = [
  {
    label: 'Name',
    text: ({ name }) => name,
    show: ({ id, name }) => (
      <Link to="/expertise/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { label: 'Works in', text: placeOf },
  {
    label: 'Specialisms',
    text: ({ specialisms }) => labels(specialisms),
    show: ({ specialisms, designations }) => (
      <div>
        {labels(specialisms)}
        {designations.length > 0 && <small>{labels(designations)}</small>}
      </div>
    ),
  },
  {
    label: 'Days',
    text: ({ capacity }) => daysLeft(capacity),
    show: ({ capacity }) => <DaysLeft capacity={capacity} />,
  },
  {
    label: 'Profile',
    text: (expert) => standingOf(expert).label,
    show: (expert) => (
      <div>
        <Pill tone={standingOf(expert).tone}>{standingOf(expert).label}</Pill>
        {expert.beyondTrust && <small>Also beyond the trust</small>}
      </div>
    ),
  },
];

/** Experts, one in a row, with what is left of their days in a term. */
export function ExpertTable({ experts }: { experts: Expert[] }) {
  const [first] = experts;
  return (
    <Table
      caption={`Days of ${first ? termOf(first.capacity) : 'this term'}`}
      columns={COLUMNS}
      rows={experts}
      keyOf={({ id }) => id}
    />
  );
}
