import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trustPlanResourceProgress } from '../api/sdk.gen';
import type { Participation, Progress, TargetMove } from '../api/types.gen';
import { STATUS, worstFirst } from '../target/status';
import { day } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { Table } from '../ui/Table';

/** What moved in the schools since the trust looked last. */
export function Moved({ cycleId, schools }: { cycleId: string; schools: Participation[] }) {
  const progress = useQuery({
    queryKey: ['progress', cycleId],
    queryFn: () => answered(trustPlanResourceProgress({ path: { id: cycleId } })),
  });
  const nameOf = ({ schoolUrn }: TargetMove) =>
    schools.find((one) => one.schoolUrn === schoolUrn)?.schoolName ?? 'The trust';
  const found = progress.data;
  return (
    <section className="sheet stack" aria-labelledby="moved-title">
      <header>
        <h2 id="moved-title">What has moved</h2>
        {found && <p className="soft small">since {day(found.since)}</p>}
      </header>
      {progress.isPending && <Loading what="what has moved" />}
      {progress.isError && <Failed cause={progress.error} retry={() => progress.refetch()} />}
      {found && <p>{inWords(found)}</p>}
      {found?.targets.length === 0 && <Empty>Every target stands as it did then.</Empty>}
      {found && found.targets.length > 0 && (
        <Table
          caption="Targets that stand otherwise than they did"
          rows={[...found.targets].sort(worstFirst)}
          keyOf={(row) => row.targetId}
          columns={[
            { label: 'School', text: nameOf },
            {
              label: 'Target',
              text: ({ label }) => label,
              show: ({ targetId, label }) => (
                <Link to="/targets/$id" params={{ id: targetId }}>
                  {label}
                </Link>
              ),
            },
            {
              label: 'Then',
              text: ({ before }) => STATUS[before].label,
              show: ({ before }) => <Pill tone={STATUS[before].tone}>{STATUS[before].label}</Pill>,
            },
            {
              label: 'Today',
              text: ({ status }) => STATUS[status].label,
              show: ({ status }) => <Pill tone={STATUS[status].tone}>{STATUS[status].label}</Pill>,
            },
          ]}
        />
      )}
    </section>
  );
}

/** One count with its noun. */
function some(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function inWords({ actionsDone, checkpoints, kept, dropped }: Progress): string {
  return [
    some(actionsDone, 'action was done', 'actions were done'),
    some(checkpoints, 'checkpoint of a school was signed', 'checkpoints of schools were signed'),
    some(kept, 'small improvement was kept', 'small improvements were kept'),
    `${dropped} ${dropped === 1 ? 'was' : 'were'} dropped`,
  ]
    .join(', ')
    .concat('.');
}
