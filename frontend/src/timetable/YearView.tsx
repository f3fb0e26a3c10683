import { Link } from '@tanstack/react-router';
import type { OccurrenceSummary, YearPlan } from '../api/types.gen';
import { OccurrenceMark } from './OccurrenceMark';
import { YearGrid } from './YearGrid';

interface Props {
  plan: YearPlan;
  occurrences: OccurrenceSummary[];
  clashing: Set<string>;
  /** The one school that is looked at: its rows are kinds of activities then. */
  school: number | undefined;
}

/** The year plan: schools by half-terms; of one school, kinds of activities by half-terms. */
export function YearView({ plan, occurrences, clashing, school }: Props) {
  const rowOf = (one: OccurrenceSummary) =>
    school === undefined ? String(one.schoolUrn ?? '') : `${one.schoolUrn ? 'school' : 'trust'} ${one.type}`;
  const rows = new Map<string, OccurrenceSummary>();
  for (const one of occurrences) {
    rows.set(rowOf(one), rows.get(rowOf(one)) ?? one);
  }
  const ordered = [...rows].sort(
    ([, a], [, b]) =>
      Number(Boolean(a.schoolUrn)) - Number(Boolean(b.schoolUrn)) ||
      (school === undefined
        ? (a.schoolName ?? '').localeCompare(b.schoolName ?? '')
        : a.typeLabel.localeCompare(b.typeLabel)),
  );
  return (
    <YearGrid
      caption={`Year plan ${plan.academicYear}`}
      head={school === undefined ? 'School' : 'Activity'}
      halves={plan.halves}
      rows={ordered.map(([key, first]) => ({
        key,
        label:
          school !== undefined ? (
            <>
              {first.typeLabel}
              {!first.schoolUrn && <span className="line soft small">The trust</span>}
            </>
          ) : first.schoolUrn ? (
            <Link to="/timetable" search={{ school: first.schoolUrn, year: plan.academicYear }}>
              {first.schoolName ?? `School ${first.schoolUrn}`}
            </Link>
          ) : (
            'The trust'
          ),
      }))}
      placed={occurrences.map((one) => ({
        key: one.id,
        row: rowOf(one),
        day: one.day,
        show: (
          <OccurrenceMark
            one={one}
            clashes={clashing.has(one.id)}
            say={school === undefined ? 'day' : 'day alone'}
          />
        ),
      }))}
    />
  );
}
