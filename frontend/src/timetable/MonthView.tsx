import type { OccurrenceSummary } from '../api/types.gen';
import { monthsOf } from '../term/dates';
import { today } from '../ui/format';
import { OccurrenceMark } from './OccurrenceMark';
import { longDay } from './words';

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

interface Props {
  year: string;
  /** Which month of the academic year, from 0 September. */
  month: number;
  occurrences: OccurrenceSummary[];
  clashing: Set<string>;
  onMonth: (month: number) => void;
}

/** A month of the timetable, Mondays to Fridays. */
export function MonthView({ year, month, occurrences, clashing, onMonth }: Props) {
  const shown = monthsOf(year)[month];
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
                  return (
                    <td
                      key={at ?? WEEK[place]}
                      data-label={at ? longDay(at).replace(/ \d{4}$/, '') : undefined}
                      className={here.length === 0 ? 'none' : undefined}
                      aria-current={at === today() ? 'date' : undefined}
                    >
                      {at && <span className="date">{Number(at.slice(8))}</span>}
                      {here.length > 0 && (
                        <ul className="bare">
                          {here.map((one) => (
                            <li key={one.id}>
                              <OccurrenceMark one={one} clashes={clashing.has(one.id)} say="place" />
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
