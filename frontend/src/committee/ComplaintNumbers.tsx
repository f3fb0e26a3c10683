import { useQuery } from '@tanstack/react-query';
import { schoolConcernCountsResourceGet } from '../api/sdk.gen';
import type { Meeting, SchoolOfCommittee } from '../api/types.gen';
import { answered } from '../ui/problem';
import { useCommittee } from './useCommittees';

/** Complaints in the schools of a committee, by number only: small numbers are hidden, and what was written is for nobody here. */
export function ComplaintNumbers({ meeting }: { meeting: Meeting }) {
  const committee = useCommittee(meeting.committeeId);
  const schools = (committee.data?.schools ?? []).filter(
    ({ from, until }) => from <= meeting.day && (!until || until > meeting.day),
  );
  if (schools.length === 0) {
    return null;
  }
  return (
    <section className="sheet stack" aria-labelledby="complaints-title">
      <header>
        <h2 id="complaints-title">Complaints by number, today</h2>
      </header>
      <dl className="facts">
        {schools.map((school) => (
          <Line key={school.schoolUrn} school={school} />
        ))}
      </dl>
      <p className="soft small">Small numbers are hidden. Restricted concerns are counted for nobody.</p>
    </section>
  );
}

function Line({ school: { schoolUrn, schoolName } }: { school: SchoolOfCommittee }) {
  const counts = useQuery({
    queryKey: ['concern-counts', schoolUrn],
    queryFn: () => answered(schoolConcernCountsResourceGet({ path: { urn: schoolUrn } })),
  });
  return (
    <div className="pair">
      <dt>{schoolName ?? `School ${schoolUrn}`}</dt>
      <dd>
        {counts.isPending
          ? 'Loading …'
          : counts.isError
            ? 'Could not be read'
            : (counts.data.complaints ?? 'Suppressed')}
      </dd>
    </div>
  );
}
