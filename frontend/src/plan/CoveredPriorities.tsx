import { Link } from '@tanstack/react-router';
import type { Coverage, CoveredPriority, TargetCounts } from '../api/types.gen';
import { STATUS } from '../target/status';
import { Empty } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { Table } from '../ui/Table';

const COUNTS: [keyof TargetCounts, keyof typeof STATUS][] = [
  ['missed', 'missed'],
  ['offTrack', 'off-track'],
  ['atRisk', 'at-risk'],
  ['onTrack', 'on-track'],
  ['achieved', 'achieved'],
  ['noData', 'no-data'],
];

/** The priorities of the trust: the schools that carry each, how their targets stand, and the gaps. */
export function CoveredPriorities({ coverage, cycleId }: { coverage: Coverage; cycleId: string }) {
  if (coverage.priorities.length === 0) {
    return (
      <section className="sheet" aria-label="Priorities of the trust">
        <Empty>
          The trust has no priority yet. Take a suggestion, or add one on{' '}
          <Link to="/cycles/$id" params={{ id: cycleId }}>
            the page of its cycle
          </Link>
          .
        </Empty>
      </section>
    );
  }
  return coverage.priorities.map((priority) => (
    <Covered key={priority.id} priority={priority} schools={coverage.schools.length} />
  ));
}

function Covered({ priority, schools }: { priority: CoveredPriority; schools: number }) {
  const { carriedBy, gaps } = priority;
  return (
    <section className="sheet stack" aria-labelledby={`covered-${priority.id}`}>
      <header>
        <h2 id={`covered-${priority.id}`}>{priority.title}</h2>
        <Pill tone={gaps.length === 0 ? 'good' : carriedBy.length === 0 ? 'bad' : 'warn'}>
          {schools - gaps.length} of {schools} schools
        </Pill>
      </header>
      {carriedBy.length === 0 ? (
        <Empty>
          No school carries it yet. A school names it on its own priority, as what that contributes to.
        </Empty>
      ) : (
        <Table
          caption={`Schools that carry ${priority.title}`}
          rows={carriedBy}
          keyOf={(row) => row.priorityId}
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
            {
              label: 'Its priority',
              text: (row) => row.priorityTitle,
              show: (row) => (
                <Link to="/cycles/$id" params={{ id: row.cycleId }} hash={`priority-${row.priorityId}`}>
                  {row.priorityTitle}
                </Link>
              ),
            },
            {
              label: 'Targets',
              text: (row) => targetsInWords(row.targets),
              show: (row) => <Targets counts={row.targets} />,
            },
          ]}
        />
      )}
      {gaps.length > 0 && carriedBy.length > 0 && (
        <p className="small">
          <strong>Carried by no priority of:</strong> {gaps.map(({ schoolName }) => schoolName).join(', ')}
        </p>
      )}
    </section>
  );
}

function targetsInWords(counts: TargetCounts): string {
  return COUNTS.filter(([count]) => counts[count] > 0)
    .map(([count, status]) => `${counts[count]} ${STATUS[status].label.toLowerCase()}`)
    .join(', ');
}

function Targets({ counts }: { counts: TargetCounts }) {
  const some = COUNTS.filter(([count]) => counts[count] > 0);
  return some.length === 0 ? (
    'none yet'
  ) : (
    <span className="actions">
      {some.map(([count, status]) => (
        <Pill key={status} tone={STATUS[status].tone}>
          {counts[count]} {STATUS[status].label.toLowerCase()}
        </Pill>
      ))}
    </span>
  );
}
