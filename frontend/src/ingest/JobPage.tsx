import { getRouteApi } from '@tanstack/react-router';
import { moment } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { JobProgress } from './JobProgress';
import { kindLabel } from './kinds';
import { Outcome } from './Outcome';
import { useJob } from './useJob';

const route = getRouteApi('/shell/imports/$id');

/** One file, or one push of a machine: how far it is, and what became of it. */
export function JobPage() {
  const { id } = route.useParams();
  const job = useJob(id);
  return (
    <Page
      title={job.data ? kindLabel(job.data.kind) : 'Import'}
      lead={
        job.data &&
        `${job.data.dryRun ? 'Checked' : 'Sent'} by ${job.data.actor}, ${moment(job.data.startedAt)}`
      }
      crumbs={[{ label: 'Imports', to: '/imports' }]}
    >
      {job.isPending && <Loading what="the import" />}
      {job.isError && <Failed cause={job.error} retry={() => job.refetch()} />}
      {job.data && (
        <section className="sheet" aria-labelledby="job-title">
          <header>
            <h2 id="job-title">
              {!job.data.endedAt
                ? 'On its way'
                : job.data.cancelled
                  ? 'Cancelled'
                  : job.data.status === 'failed'
                    ? 'It did not go in'
                    : job.data.dryRun
                      ? 'What it would have changed'
                      : 'What has changed'}
            </h2>
          </header>
          {job.data.endedAt ? <Outcome answer={job.data} /> : <JobProgress job={job.data} />}
        </section>
      )}
    </Page>
  );
}
