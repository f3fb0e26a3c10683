import { Link } from '@tanstack/react-router';
import type { IngestAnswer } from '../api/types.gen';
import { Field } from '../ui/Field';
import { number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill, type Tone } from '../ui/Pill';
import { When } from '../ui/When';
import type { ImportSearch } from './ImportPage';
import { KINDS, kindLabel } from './kinds';
import { forPeople } from './rows';
import { useJobs } from './useJobs';

interface Props {
  wanted: ImportSearch;
  onWant: (next: ImportSearch) => void;
}

/** What was sent before, by people and by machines. */
export function JobList({ wanted, onWant }: Props) {
  const jobs = useJobs(wanted);
  return (
    <section className="sheet" aria-labelledby="jobs-title">
      <header>
        <h2 id="jobs-title">Sent before</h2>
      </header>
      <div className="filters">
        <Field label="Show">
          <select
            value={wanted.kind ?? ''}
            onChange={(event) => onWant({ kind: event.target.value || undefined })}
          >
            <option value="">Everything</option>
            {KINDS.map((kind) => (
              <option key={kind.code} value={kind.code}>
                {kind.label}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {jobs.isPending && <Loading what="imports" />}
      {jobs.isError && <Failed cause={jobs.error} retry={() => jobs.refetch()} />}
      {jobs.data?.results.length === 0 && (
        <Empty>
          {wanted.kind
            ? 'Nothing of this sort has been sent.'
            : 'Nothing has been sent yet. Bring a file in above.'}
        </Empty>
      )}
      {jobs.data && jobs.data.results.length > 0 && (
        <div className="table folds">
          <table>
            <caption className="visually-hidden">What was sent, newest first</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">By</th>
                <th scope="col">When</th>
                <th scope="col">How it went</th>
                <th scope="col" className="figure">
                  Rows
                </th>
                <th scope="col" className="figure">
                  Changed
                </th>
                <th scope="col" className="figure">
                  Not taken
                </th>
              </tr>
            </thead>
            <tbody>
              {jobs.data.results.map((job) => (
                <tr key={job.jobId}>
                  <th scope="row">
                    <Link to="/imports/$id" params={{ id: job.jobId }}>
                      {kindLabel(job.kind)}
                    </Link>
                  </th>
                  <td data-label="By">{job.actor}</td>
                  <td data-label="When">
                    <When at={job.startedAt} />
                  </td>
                  <td data-label="How it went">
                    <span>
                      <Pill tone={stateOf(job).tone}>{stateOf(job).label}</Pill>
                      {job.failure && <span className="line">{forPeople(job.failure, job)}</span>}
                    </span>
                  </td>
                  <Figure label="Rows" count={job.counts.received} />
                  <Figure label="Changed" count={job.counts.created + job.counts.updated} />
                  <Figure label="Not taken" count={job.counts.rejected + job.counts.quarantined} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {jobs.data && <Paging paging={jobs.data.paging} what="imports" onPage={(page) => onWant({ page })} />}
    </section>
  );
}

/** Nothing to look at where it is none. */
function Figure({ label, count }: { label: string; count: number }) {
  return (
    <td data-label={label} className={count === 0 ? 'figure soft none' : 'figure'}>
      {number(count)}
    </td>
  );
}

function stateOf(job: IngestAnswer): { tone: Tone; label: string } {
  switch (job.status) {
    case 'queued':
      return { tone: 'calm', label: 'Waits for its turn' };
    case 'running':
      return { tone: 'calm', label: job.dryRun ? 'Being checked' : 'Being imported' };
    case 'failed':
      return job.cancelled ? { tone: 'calm', label: 'Cancelled' } : { tone: 'bad', label: 'Failed' };
    default:
      return job.dryRun
        ? { tone: 'calm', label: 'Checked only' }
        : job.counts.rejected > 0
          ? { tone: 'warn', label: 'In part' }
          : job.counts.quarantined > 0
            ? { tone: 'warn', label: 'Rows wait' }
            : { tone: 'good', label: 'Imported' };
  }
}
