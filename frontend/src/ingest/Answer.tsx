import { useState } from 'react';
import type { IngestAnswer, RowResult } from '../api/types.gen';
import { Field } from '../ui/Field';
import { number, words } from '../ui/format';
import { Empty } from '../ui/Page';
import { Pill, type Tone } from '../ui/Pill';
import { downloadErrors } from './errors';

const TONES: Record<RowResult['outcome'], Tone> = {
  created: 'good',
  updated: 'good',
  unchanged: 'calm',
  rejected: 'bad',
  quarantined: 'warn',
};
const SHOWN = 200;

/** What became of a file, row by row. */
export function Answer({ answer }: { answer: IngestAnswer }) {
  const [only, setOnly] = useState<'' | RowResult['outcome']>('');
  const rows = answer.rows.filter((row) => only === '' || row.outcome === only);
  const wrong = answer.counts.rejected + answer.counts.quarantined;
  return (
    <section className="sheet stack" aria-labelledby="answer-title">
      <header>
        <h2 id="answer-title">
          {answer.dryRun ? 'What it would change' : 'What has changed'}: {words(answer.kind).toLowerCase()}
        </h2>
        {wrong > 0 && (
          <button className="button" type="button" onClick={() => downloadErrors(answer)}>
            Download the errors
          </button>
        )}
      </header>
      {answer.dryRun && <p className="notice">Nothing has been kept. Press Import above to keep it.</p>}
      <dl className="counts">
        {Object.entries(answer.counts).map(([name, count]) => (
          <div key={name}>
            <dt>{words(name)}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      {answer.notes.length > 0 && (
        <div className="notice warn">
          <ul>
            {answer.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      {answer.rows.length === 0 ? (
        <Empty>No row needs a look.</Empty>
      ) : (
        <>
          <div className="filters">
            <Field label="Show rows that are">
              <select value={only} onChange={(event) => setOnly(event.target.value as typeof only)}>
                <option value="">any</option>
                {Object.keys(TONES).map((outcome) => (
                  <option key={outcome}>{outcome}</option>
                ))}
              </select>
            </Field>
          </div>
          <div className="table folds">
            <table>
              <caption>
                {rows.length > SHOWN ? `The first ${SHOWN} of ${rows.length} rows` : `${rows.length} rows`};
                row 0 is the first after the header
              </caption>
              <thead>
                <tr>
                  <th scope="col">Row</th>
                  <th scope="col">Outcome</th>
                  <th scope="col">What</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, SHOWN).map((row) => (
                  <tr key={row.row}>
                    <th scope="row">Row {row.row}</th>
                    <td data-label="Outcome">
                      <Pill tone={TONES[row.outcome]}>{words(row.outcome)}</Pill>
                    </td>
                    <td data-label="What">
                      <span>
                        {row.label}
                        {row.errors?.map((error) => (
                          <span key={error.path + error.code} className="line">
                            {error.message} <code className="soft small">{error.path}</code>
                          </span>
                        ))}
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
        </>
      )}
    </section>
  );
}
