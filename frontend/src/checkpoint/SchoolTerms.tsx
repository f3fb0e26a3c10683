import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { checkpointResourceSchools } from '../api/sdk.gen';
import type { Checkpoint, SchoolTerm } from '../api/types.gen';
import { day } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { Table } from '../ui/Table';
import { JUDGEMENTS } from './judgements';

/** What the schools' own checkpoints said in the term in which the trust looks at its cycle. */
export function SchoolTerms({ checkpoint }: { checkpoint: Checkpoint }) {
  const schools = useQuery({
    queryKey: ['checkpoint', checkpoint.id, 'schools', checkpoint.version],
    queryFn: () => answered(checkpointResourceSchools({ path: { id: checkpoint.id } })),
  });
  return (
    <section className="sheet stack" aria-labelledby="schools-title">
      <h2 id="schools-title">In the schools this term</h2>
      {schools.isPending && <Loading what="the schools" />}
      {schools.isError && <Failed cause={schools.error} retry={() => schools.refetch()} />}
      {schools.data?.results.length === 0 && <Empty>No school belongs to the trust yet.</Empty>}
      {schools.data && schools.data.results.length > 0 && (
        <Table
          caption="What the signed checkpoints of each school said this term"
          rows={schools.data.results}
          keyOf={(row) => String(row.schoolUrn)}
          columns={[
            {
              label: 'School',
              text: (row) => row.schoolName,
              show: (row) => (
                <Link to="/schools/$urn" params={{ urn: String(row.schoolUrn) }}>
                  {row.schoolName}
                </Link>
              ),
            },
            { label: 'Checkpoints', text: (row) => String(row.checkpoints), figure: true },
            {
              label: 'Its priorities, and how they were judged',
              text: inWords,
              show: (row) => <Judged school={row} />,
            },
          ]}
        />
      )}
    </section>
  );
}

function inWords({ priorities }: SchoolTerm): string {
  return priorities
    .map(({ title, judgement }) => `${title}: ${judgement ? JUDGEMENTS[judgement].label : 'not judged'}`)
    .join(', ');
}

function Judged({ school }: { school: SchoolTerm }) {
  if (school.priorities.length === 0) {
    return 'No priority for these of the trust';
  }
  return (
    <ul className="plain">
      {school.priorities.map(({ priorityId, cycleId, title, judgement, checkpointId, heldOn }) => (
        <li key={priorityId}>
          {judgement ? (
            <Pill tone={JUDGEMENTS[judgement].tone}>{JUDGEMENTS[judgement].label}</Pill>
          ) : (
            <Pill tone="calm">Not judged</Pill>
          )}{' '}
          <Link to="/cycles/$id" params={{ id: cycleId }} hash={`priority-${priorityId}`}>
            {title}
          </Link>
          {checkpointId && (
            <>
              {' · '}
              <Link className="small" to="/checkpoints/$id" params={{ id: checkpointId }}>
                {day(heldOn)}
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
