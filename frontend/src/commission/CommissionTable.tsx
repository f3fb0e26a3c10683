import { Link } from '@tanstack/react-router';
import type { Commission } from '../api/types.gen';
import { day, daysOf, number } from '../ui/format';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { DIFFERENCE, pounds, STATUS } from './words';

/** Who is supported, in words. */
export function supported({ schoolName, schoolUrn, beyond }: Commission): string {
  return beyond ? `${beyond}, beyond the trust` : (schoolName ?? `School ${schoolUrn}`);
}

/** Who gives it, and where they work. */
export function supporting({ supporter, supporterSchool, partnerId }: Commission): string {
  return supporter
    ? [supporter, partnerId ? 'from outside' : supporterSchool].filter(Boolean).join(', ')
    : '';
}

/** The columns of commissions, for the screen and for the file. */
export const COMMISSION_COLUMNS: Column<Commission>[] = [
  {
    label: 'Support',
    text: ({ title }) => title,
    show: ({ id, title }) => (
      <Link to="/commissions/$id" params={{ id }}>
        {title}
      </Link>
    ),
  },
  { label: 'For', text: supported },
  { label: 'In', text: ({ specialismLabel }) => specialismLabel },
  { label: 'Given by', text: supporting },
  { label: 'Until', text: ({ endsOn }) => day(endsOn) },
  {
    label: 'Days',
    text: ({ daysGiven, daysAgreed }) => `${number(daysGiven)} of ${number(daysAgreed)}`,
    figure: true,
  },
  { label: 'Cost', text: ({ cost }) => (cost === undefined ? '' : pounds(cost)), figure: true },
  {
    label: 'Status',
    text: ({ status, overdue }) => STATUS[status].label + (overdue ? ', past its last day' : ''),
    show: ({ status, overdue }) => (
      <>
        <Pill tone={overdue ? 'warn' : STATUS[status].tone}>{STATUS[status].label}</Pill>
        {overdue && <span className="soft small"> Past its last day</span>}
      </>
    ),
  },
  {
    label: 'What came of it',
    text: ({ schoolRating }) => (schoolRating === undefined ? '' : (DIFFERENCE[schoolRating] ?? '')),
  },
];

/** Commissions, one in a row. */
export function CommissionTable({
  commissions,
  without = [],
}: {
  commissions: Commission[];
  without?: string[];
}) {
  return (
    <Table
      caption={`Support: days are given of agreed, ${daysOf(commissions.reduce((sum, one) => sum + one.daysGiven, 0))} given in all`}
      columns={COMMISSION_COLUMNS.filter(({ label }) => !without.includes(label))}
      rows={commissions}
      keyOf={({ id }) => id}
    />
  );
}
