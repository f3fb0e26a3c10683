import { Failed, Loading } from '../ui/Page';
import { useArrival } from '../ui/useArrival';
import { JobProgress } from './JobProgress';
import { Outcome } from './Outcome';
import { useJob } from './useJob';

interface Props {
  id: string;
  busy: boolean;
  onImport: () => void;
}

/** What a file would change, and the way to let it. */
export function Checked({ id, busy, onImport }: Props) {
  const job = useJob(id);
  const ended = job.data?.endedAt;
  const title = useArrival<HTMLHeadingElement>(ended);
  return (
    <div className="stack apart-above">
      {job.isPending && <Loading what="the check" />}
      {job.isError && <Failed cause={job.error} retry={() => job.refetch()} />}
      {job.data && !ended && <JobProgress job={job.data} />}
      {job.data && ended && (
        <>
          <h3 ref={title} tabIndex={-1}>
            What it would change
          </h3>
          {job.data.status === 'completed' && (
            <div className="notice">
              <p>
                Nothing has been written yet.
                {job.data.counts.rejected > 0 &&
                  ' An import takes the other rows in and leaves the rejected ones out.'}
              </p>
              <p className="actions">
                <button className="button primary" type="button" aria-disabled={busy} onClick={onImport}>
                  Import
                </button>
              </p>
            </div>
          )}
          <Outcome answer={job.data} />
        </>
      )}
    </div>
  );
}
