import { Link } from '@tanstack/react-router';
import type { Clash, OccurrenceSummary } from '../api/types.gen';
import { called, longDay, placeOf } from './words';

interface Props {
  clashes: Clash[];
  occurrences: OccurrenceSummary[];
}

/** Where what is planned stands in its own way, each with the way to it. */
export function ClashNotice({ clashes, occurrences }: Props) {
  const known = new Map(occurrences.map((one) => [one.id, one]));
  const shown = clashes.filter(({ occurrenceId }) => known.has(occurrenceId));
  if (shown.length === 0) {
    return null;
  }
  return (
    <details className="notice warn unprinted">
      <summary>{shown.length === 1 ? '1 clash' : `${shown.length} clashes`} in what is still to come</summary>
      <ul>
        {shown.map((clash) => {
          const one = known.get(clash.occurrenceId);
          return (
            one && (
              <li key={`${clash.occurrenceId} ${clash.kind} ${clash.otherId ?? clash.reason}`}>
                <Link to="/timetable/$id" params={{ id: one.id }}>
                  {called(one)}, {placeOf(one)}, {longDay(one.day)}
                </Link>
                : {clash.reason}
              </li>
            )
          );
        })}
      </ul>
    </details>
  );
}
