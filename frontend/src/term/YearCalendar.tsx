import type { TermDates } from '../api/types.gen';
import { today } from '../ui/format';
import { calendarOf, KINDS, type Kind, type Month, monthsOf } from './dates';

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SHOWN: Kind[] = ['school', 'half-term', 'bank-holiday', 'closed', 'holiday'];

/** The year as it hangs on a wall: school days in boxes, what else a day is by a letter and a word. */
export function YearCalendar({ dates }: { dates: TermDates }) {
  const kindOf = calendarOf(dates);
  return (
    <section className="sheet" aria-labelledby="calendar-title">
      <header>
        <h2 id="calendar-title">The year</h2>
        <ul className="day-key" aria-label="What the days are">
          {SHOWN.map((kind) => (
            <li key={kind}>
              <span className={`day ${kind}`} aria-hidden="true">
                <span>{kind === 'school' || kind === 'holiday' ? '1' : KINDS[kind].sign}</span>
              </span>
              {KINDS[kind].label}
            </li>
          ))}
        </ul>
      </header>
      <div className="year">
        {monthsOf(dates.academicYear).map((month) => (
          <MonthTable key={month.label} month={month} kindOf={kindOf} />
        ))}
      </div>
    </section>
  );
}

function MonthTable({ month, kindOf }: { month: Month; kindOf: ReturnType<typeof calendarOf> }) {
  return (
    <table className="month">
      <caption>{month.label}</caption>
      <thead>
        <tr>
          {WEEK.map((name) => (
            <th key={name} scope="col">
              <span aria-hidden="true">{name.charAt(0)}</span>
              <span className="visually-hidden">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((at, place) =>
              at ? <Day key={at} at={at} {...kindOf(at)} /> : <td key={WEEK[place]} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ at, kind, label }: { at: string; kind: Kind; label: string }) {
  const isToday = at === today();
  return (
    <td className={`day ${kind}`} title={label} aria-current={isToday ? 'date' : undefined}>
      <span>
        {Number(at.slice(8))}
        {KINDS[kind].sign && <sup aria-hidden="true">{KINDS[kind].sign}</sup>}
        <span className="visually-hidden">: {label}</span>
      </span>
    </td>
  );
}
