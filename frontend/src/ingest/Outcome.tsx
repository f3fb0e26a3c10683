import type { IngestAnswer } from '../api/types.gen';
import { download } from '../ui/download';
import { FormProblem } from '../ui/Field';
import { number, words } from '../ui/format';
import { useChange } from '../ui/useChange';
import { errorsOf } from './errors';
import { Groups } from './Groups';
import { errorLines } from './groups';
import { type Held, heldOf } from './held';
import { rejectedRows } from './rejected';
import { Taken } from './Taken';

/** What became of a file, or would: counts, what to know, and what was wrong. */
export function Outcome({
  answer,
  held = heldOf(answer.jobId),
}: {
  answer: IngestAnswer;
  held?: Held | undefined;
}) {
  const change = useChange();
  const wrong = answer.counts.rejected + answer.counts.quarantined;
  const rows = held?.head.form === 'csv' && answer.counts.rejected > 0 ? held : undefined;
  const errors = () =>
    change.run(async () => {
      const text = await errorsOf(answer.jobId);
      download(new Blob([text], { type: 'text/csv' }), `${answer.kind}-errors.csv`);
    });
  const rejected = (from: Held) =>
    change.run(async () => {
      const lines = await errorLines(await errorsOf(answer.jobId));
      const refused = lines.filter((line) => line.outcome === 'rejected');
      download(await rejectedRows(from.file, from.head, refused), `${answer.kind}-rejected.csv`);
    });
  return (
    <div className="stack">
      {answer.failure && (
        <div className={answer.cancelled ? 'notice' : 'notice bad'} role="alert">
          <strong>{answer.cancelled ? 'Cancelled' : 'Nothing was kept'}</strong>
          <p>{answer.failure}</p>
        </div>
      )}
      {answer.status === 'completed' && (
        <>
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
          {wrong === 0 ? (
            <p className="notice good">Nothing is wrong with any row.</p>
          ) : (
            <>
              <FormProblem problem={change.problem} />
              <p className="actions">
                <button className="button" type="button" aria-disabled={change.busy} onClick={errors}>
                  Download the errors
                </button>
                {rows && (
                  <button
                    className="button"
                    type="button"
                    aria-disabled={change.busy}
                    onClick={() => rejected(rows)}
                  >
                    Download the rejected rows
                  </button>
                )}
              </p>
              <Groups jobId={answer.jobId} kind={answer.kind} held={held} />
            </>
          )}
          <Taken rows={answer.rows} />
        </>
      )}
    </div>
  );
}
