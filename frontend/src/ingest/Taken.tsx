import type { RowResult } from '../api/types.gen';
import { words } from '../ui/format';
import { Pill } from '../ui/Pill';

const SHOWN = 200;

/** What rows with a name of their own create or change; those of pupils have none. */
export function Taken({ rows }: { rows: RowResult[] }) {
  const taken = rows.filter((row) => row.label !== undefined);
  if (taken.length === 0) {
    return null;
  }
  return (
    <div className="table folds">
      <table>
        <caption>
          {taken.length > SHOWN
            ? `The first ${SHOWN} rows that are new or change`
            : 'Rows that are new or change'}
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Outcome</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {taken.slice(0, SHOWN).map((row) => (
            <tr key={row.row}>
              <th scope="row">{row.label}</th>
              <td data-label="Outcome">
                <Pill tone="good">{words(row.outcome)}</Pill>
              </td>
              <td data-label="Change">
                <span>
                  {row.changes?.map((one) => (
                    <span key={one.field} className="line">
                      {words(one.field)}: {one.before ?? '–'} → {one.after ?? '–'}
                    </span>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
