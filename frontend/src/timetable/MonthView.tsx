import type { OccurrenceSummary } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { MeetingMark } from '../committee/MeetingMark';
import { mayInCommittee, useMeetings } from '../committee/useCommittees';
import { monthsOf } from '../term/dates';
import { today } from '../ui/format';
import { Failed } from '../ui/Page';
import { OccurrenceMark } from './OccurrenceMark';
import { longDay } from './words';

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

interface Props {
  year: string;
  /** Which month of the academic year, from 0 September. */
  month: number;
  occurrences: OccurrenceSummary[];
  clashing: Set<string>;
  /** Of which school and with whom meetings are wanted, as the occurrences are. */
  school: number | undefined;
  person: string | undefined;
  onMonth: (month: number) => void;
}

/** The meetings on some days that somebody may see; of their own committees alone where they look for themselves. */
function useMeetingsOn(days: string[], school: number | undefined, person: string | undefined) {
  const me = useMe();
  const wanted = may(me, 'meetings:read') && (person === undefined || person === 'me');
  const { data, error, refetch } = useMeetings(
    { schoolUrn: school, from: days[0], until: days.at(-1), sort: 'earliest', pageSize: 200 },
    wanted,
  );
  const meetings = (wanted && data?.results) || [];
  return {
    error,
    refetch,
    meetings: meetings.filter(
      ({ committeeId }) => person === undefined || mayInCommittee(me, 'meetings:read', committeeId),
    ),
  };
}

/** A month of the timetable and of meetings, Mondays to Fridays. */
export function MonthView({ year, month, occurrences, clashing, school, person, onMonth }: Props) {
  const shown = monthsOf(year)[month];
  const days = (shown?.weeks.flat() ?? []).filter((day) => day !== null);
  const { meetings, error, refetch } = useMeetingsOn(days, school, person);
  if (!shown) {
    return null;
  }
  const weeks = shown.weeks.map((week) => week.slice(0, WEEK.length)).filter((week) => week.some(Boolean));
  return (
    <section className="sheet" aria-labelledby="month-title">
      <header>
        <h2 id="month-title" aria-live="polite">
          {shown.label}
        </h2>
        <div className="actions unprinted">
          <button
            className="button"
            type="button"
            aria-disabled={month === 0}
            onClick={() => month > 0 && onMonth(month - 1)}
          >
            Previous month
          </button>
          <button
            className="button"
            type="button"
            aria-disabled={month === 11}
            onClick={() => month < 11 && onMonth(month + 1)}
          >
            Next month
          </button>
        </div>
      </header>
      {error && <Failed cause={error} retry={refetch} />}
      <div className="table folds">
        <table className="dense month-plan">
          <caption className="visually-hidden">{shown.label}</caption>
          <thead>
            <tr>
              {WEEK.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find(Boolean)}>
                {week.map((at, place) => {
                  const here = occurrences.filter((one) => one.day === at);
                  const meeting = meetings.filter((one) => one.day === at);
                  const empty = here.length + meeting.length === 0;
                  return (
                    <td
                      key={at ?? WEEK[place]}
                      data-label={at ? longDay(at).replace(/ \d{4}$/, '') : undefined}
                      className={empty ? 'none' : undefined}
                      aria-current={at === today() ? 'date' : undefined}
                    >
                      {at && <span className="date">{Number(at.slice(8))}</span>}
                      {!empty && (
                        <ul className="bare">
                          {here.map((one) => (
                            <li key={one.id}>
                              <OccurrenceMark one={one} clashes={clashing.has(one.id)} say="place" />
                            </li>
                          ))}
                          {meeting.map((one) => (
                            <li key={one.id}>
                              <MeetingMark meeting={one} />
                            </li>
                          ))}
                        </ul>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
