import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { YearPlan } from '../api/types.gen';
import { useScrolls } from '../ui/useScrolls';
import { halfLabel, halfOf, shortDay } from './words';

/** Something that stands in the year plan. */
interface Placed {
  key: string;
  row: string;
  day: string;
  show: ReactNode;
}

interface Props {
  caption: string;
  /** What the rows are: schools, or kinds of activities. */
  head: string;
  halves: YearPlan['halves'];
  rows: { key: string; label: ReactNode }[];
  placed: Placed[];
}

/** A year on one sheet: a row for each school, or each kind of activity; a column for each half-term. */
export function YearGrid({ caption, head, halves, rows, placed }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(frame);
  return (
    <div
      ref={frame}
      className="table folds"
      {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      <table className="dense year-plan">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {halves.map((half) => (
              <th key={halfLabel(half)} scope="col">
                {halfLabel(half)}
                <span className="line soft small">
                  {shortDay(half.firstDay)} – {shortDay(half.lastDay)}
                  {half.assumed && ' (assumed)'}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label }) => {
            const own = placed.filter((one) => one.row === key);
            return (
              <tr key={key}>
                <th scope="row">{label}</th>
                {halves.map((half, at) => {
                  const here = own.filter((one) => halfOf(halves, one.day) === at);
                  return (
                    <td
                      key={halfLabel(half)}
                      data-label={halfLabel(half)}
                      className={here.length === 0 ? 'none' : undefined}
                    >
                      {here.length === 0 ? (
                        '–'
                      ) : (
                        <ul className="bare">
                          {here.map((one) => (
                            <li key={one.key}>{one.show}</li>
                          ))}
                        </ul>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
