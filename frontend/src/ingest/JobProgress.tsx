import { ingestJobResourceCancel } from '../api/sdk.gen';
import type { IngestAnswer } from '../api/types.gen';
import { FormProblem } from '../ui/Field';
import { number, size } from '../ui/format';
import { Progress } from '../ui/Progress';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** How far a job is, and the way to stop it. */
export function JobProgress({ job }: { job: IngestAnswer }) {
  const change = useChange();
  const cancel = () =>
    change.run(async () => {
      await answered(ingestJobResourceCancel({ path: { id: job.jobId } }));
    });
  const { bytesRead = 0, bytesTotal = 0 } = job.progress ?? {};
  const settling = bytesTotal > 0 && bytesRead >= bytesTotal;
  const step =
    job.status === 'queued'
      ? 'Waits for its turn'
      : settling
        ? 'Comparing with what is stored'
        : job.dryRun
          ? 'Checking'
          : 'Importing';
  return (
    <div className="stack">
      <FormProblem problem={change.problem} />
      <Progress label={step} value={bytesRead} max={settling ? 0 : bytesTotal}>
        {settling
          ? `All ${number(job.counts.received)} rows are read`
          : `${number(job.counts.received)} rows, ${size(bytesRead)} of ${size(bytesTotal)} read`}
      </Progress>
      <p className="actions">
        <button className="button" type="button" aria-disabled={change.busy} onClick={cancel}>
          Cancel
        </button>
        <span className="soft small">
          {job.dryRun ? 'Nothing is written by a check.' : 'When it is cancelled, nothing of it is kept.'} You
          can leave this page; the job goes on.
        </span>
      </p>
    </div>
  );
}
