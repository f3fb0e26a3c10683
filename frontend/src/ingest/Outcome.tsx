import { ingestJobResourceRejected } from '../api/sdk.gen';
import type { IngestAnswer } from '../api/types.gen';
import { download } from '../ui/download';
import { FormProblem } from '../ui/Field';
import { day, number } from '../ui/format';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { errorsOf } from './errors';
import { Groups } from './Groups';
import { COUNTED, forPeople } from './rows';
import { Taken } from './Taken';

/** What became of a file, or would: counts, what to know, and what was wrong. */
export function Outcome({ answer }: { answer: IngestAnswer }) {
  const wrong = answer.counts.rejected + answer.counts.quarantined;
  return (
    <div className="stack">
      {answer.failure && (
        <div className={answer.cancelled ? 'notice' : 'notice bad'} role="alert">
          {!answer.cancelled && <strong>Nothing was kept</strong>}
          <p>{forPeople(answer.failure, answer)}</p>
        </div>
      )}
      {answer.status === 'completed' && (
        <>
          <dl className="counts">
            {Object.entries(COUNTED).map(([name, label]) => (
              <Count key={name} label={label} count={answer.counts[name as keyof typeof COUNTED]} />
            ))}
          </dl>
          {answer.notes.length > 0 && (
            <div className="notice warn">
              <ul>
                {answer.notes.map((note) => (
                  <li key={note}>{forPeople(note, answer)}</li>
                ))}
              </ul>
            </div>
          )}
          {wrong === 0 ? (
            <p className="notice good">Nothing is wrong with any row.</p>
          ) : (
            <>
              <Downloads answer={answer} />
              <Groups answer={answer} />
            </>
          )}
          <Taken rows={answer.rows} />
        </>
      )}
    </div>
  );
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div className={count === 0 ? 'soft' : undefined}>
      <dt>{label}</dt>
      <dd>{number(count)}</dd>
    </div>
  );
}

/** The rejected rows as they were sent, for as long as they are kept, and what was wrong with them. */
function Downloads({ answer }: { answer: IngestAnswer }) {
  const change = useChange();
  const until = answer.rejectedUntil;
  const kept = until !== undefined && new Date(until) > new Date();
  const rejected = () =>
    change.run(async () => {
      const file = await answered(ingestJobResourceRejected({ path: { id: answer.jobId }, parseAs: 'blob' }));
      download(file, `${answer.kind}-rejected.csv`);
    });
  const errors = () =>
    change.run(async () => {
      const text = await errorsOf(answer.jobId);
      download(new Blob([text], { type: 'text/csv' }), `${answer.kind}-errors.csv`);
    });
  return (
    <div className="stack tight">
      <FormProblem problem={change.problem} />
      <p className="actions">
        {kept && (
          <button className="button" type="button" aria-disabled={change.busy} onClick={rejected}>
            Download the rejected rows
          </button>
        )}
        <button className="button" type="button" aria-disabled={change.busy} onClick={errors}>
          Download the errors
        </button>
      </p>
      {until && (
        <p className="soft small">
          {kept
            ? `The rejected rows hold what was sent and why it was not taken: correct them and bring that file in. They are kept, encrypted, until ${day(until)}; the errors stay.`
            : `What was sent in the rejected rows was kept until ${day(until)}. The errors stay, with the number of each row.`}
        </p>
      )}
    </div>
  );
}
