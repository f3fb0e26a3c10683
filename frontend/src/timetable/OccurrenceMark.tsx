import { Link } from '@tanstack/react-router';
import type { OccurrenceSummary } from '../api/types.gen';
import { called, longDay, placeOf, STATUS, shortDay } from './words';

const SIGNS = { good: '●', warn: '▲', bad: '■', calm: '○' } as const;

interface Props {
  one: OccurrenceSummary;
  clashes: boolean;
  /** What is said besides how it stands: its day in a plan, that alone in a row of its own kind, its place in a month. */
  say: 'day' | 'day alone' | 'place';
}

/** A planned activity in a cell: how it stands as a sign, when or where it is, and what; it leads to its page. */
export function OccurrenceMark({ one, clashes, say }: Props) {
  const { label, tone } = STATUS[one.status];
  return (
    <Link
      to="/timetable/$id"
      params={{ id: one.id }}
      className={one.status === 'cancelled' ? 'mark-link struck' : 'mark-link'}
      title={`${called(one)}, ${placeOf(one)}, ${longDay(one.day)}: ${label.toLowerCase()}`}
    >
      <span className={`sign ${tone}`} aria-hidden="true">
        {one.status === 'cancelled' ? '×' : SIGNS[tone]}
      </span>{' '}
      {say !== 'place' ? `${shortDay(one.day)} ` : one.startsAt ? `${one.startsAt.slice(0, 5)} ` : ''}
      {say === 'day alone'
        ? (one.title ?? <span className="visually-hidden">{one.typeLabel}</span>)
        : one.typeLabel}
      {say === 'place' && one.schoolName && `, ${one.schoolName}`}
      <span className="visually-hidden">, {label.toLowerCase()}</span>
      {clashes && (
        <span className="sign bad">
          {' '}
          <span aria-hidden="true">⚠</span>
          <span className="visually-hidden">clashes</span>
        </span>
      )}
    </Link>
  );
}
