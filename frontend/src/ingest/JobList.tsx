import { useQuery } from '@tanstack/react-query';
import { ingestJobResourceList } from '../api/sdk.gen';
import { moment, number, words } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { downloadErrors } from './errors';

/** What was sent before, by people and by machines. */
export function JobList() {
  const jobs = useQuery({
    queryKey: ['jobs'],
    queryFn: () => answered(ingestJobResourceList({ query: { pageSize: 20 } })),
  });
  return (
    <section className="sheet" aria-labelledby="jobs-title">
      <header>
        <h2 id="jobs-title">Sent before</h2>
      </header>
      {jobs.isPending && <Loading what="jobs" />}
      {jobs.isError && <Failed cause={jobs.error} retry={() => jobs.refetch()} />}
      {jobs.data?.results.length === 0 && <Empty>Nothing has been sent yet.</Empty>}
      {jobs.data && jobs.data.results.length > 0 && (
        <div className="table folds">
          <table>
            <caption>The last {jobs.data.results.length}, newest first</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">By</th>
                <th scope="col">How it went</th>
                <th scope="col" className="figure">
                  Rows
                </th>
                <th scope="col" className="figure">
                  Not taken
                </th>
              </tr>
            </thead>
            <tbody>
              {jobs.data.results.map((job) => {
                const wrong = job.counts.rejected + job.counts.quarantined;
                return (
                  <tr key={job.jobId}>
                    <th scope="row">{moment(job.startedAt)}</th>
                    <td data-label="What">
                      {words(job.kind)}
                      {job.dryRun ? ' (looked only)' : ''}
                    </td>
                    <td data-label="By">{job.actor}</td>
                    <td data-label="How it went">
                      <span>
                        <Pill
                          tone={
                            job.status === 'failed' ? 'bad' : job.status === 'completed' ? 'good' : 'calm'
                          }
                        >
                          {words(job.status)}
                        </Pill>
                        {job.failure && <span className="line">{job.failure}</span>}
                      </span>
                    </td>
                    <td data-label="Rows" className="figure">
                      {number(job.counts.received)}
                    </td>
                    <td data-label="Not taken" className="figure">
                      {wrong > 0 ? (
                        <button
                          className="button quiet"
                          type="button"
                          aria-label={`Download the ${wrong} errors of ${words(job.kind)}, ${moment(job.startedAt)}`}
                          onClick={() => downloadErrors(job)}
                        >
                          {number(wrong)}
                        </button>
                      ) : (
                        '0'
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
