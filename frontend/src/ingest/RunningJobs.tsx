import { Link } from '@tanstack/react-router';
import { JobProgress } from './JobProgress';
import { kindLabel } from './kinds';
import { useJob } from './useJob';
import { useJobs } from './useJobs';

/** What goes on at this moment, also when it was begun before the page was left. */
export function RunningJobs() {
  const running = useJobs({}).data?.results.filter((job) => !job.endedAt) ?? [];
  if (running.length === 0) {
    return null;
  }
  return (
    <section className="sheet" aria-labelledby="running-title">
      <header>
        <h2 id="running-title">On its way</h2>
      </header>
      <ul className="plain groups">
        {running.map((job) => (
          <Running key={job.jobId} id={job.jobId} />
        ))}
      </ul>
    </section>
  );
}

function Running({ id }: { id: string }) {
  const job = useJob(id).data;
  if (!job || job.endedAt) {
    return null;
  }
  return (
    <li>
      <h3>
        <Link to="/imports/$id" params={{ id }}>
          {kindLabel(job.kind)}
        </Link>{' '}
        <span className="soft small">{job.actor}</span>
      </h3>
      <JobProgress job={job} />
    </li>
  );
}
