import { useQuery } from '@tanstack/react-query';
import { outcomeResourceMovement } from '../api/sdk.gen';
import type { Movement } from '../api/types.gen';
import { Export } from '../ui/Export';
import { everyPage } from '../ui/everyPage';
import { lower, number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { ShareBar } from '../ui/ShareBar';
import { type Column, Table } from '../ui/Table';
import { COHORTS, cohortLabel } from './cohorts';
import { GROUPS } from './groups';
import { type AssessmentPoint, pointLabel } from './points';
import { Symbols } from './Symbols';

const SUBJECTS: Record<Movement['subject'], string> = { REA: 'Reading', WRI: 'Writing', MAT: 'Maths' };
const ORDER = Object.keys(SUBJECTS);

interface Props {
  urn: number;
  from: AssessmentPoint;
  to: AssessmentPoint;
  group: string;
  school: string;
}

/** How the same pupils moved in the grades of the trust between two points. */
export function Movements({ urn, from, to, group, school }: Props) {
  const movement = useQuery({
    queryKey: ['movement', urn, from, to, group],
    queryFn: () =>
      everyPage((page) =>
        answered(
          outcomeResourceMovement({
            path: { urn },
            query: {
              fromYear: from.year,
              fromPoint: from.term,
              toYear: to.year,
              toPoint: to.term,
              pupilGroup: group,
              page,
              pageSize: 200,
            },
          }),
        ),
      ),
  });
  const rows = (movement.data ?? []).toSorted(
    (one, other) =>
      COHORTS.indexOf(one.cohort) - COHORTS.indexOf(other.cohort) ||
      ORDER.indexOf(one.subject) - ORDER.indexOf(other.subject),
  );
  return (
    <section className="sheet stack" aria-labelledby="movement-title">
      <h2 id="movement-title">How the same pupils moved</h2>
      <p className="soft small">
        Pupils with a grade at both points, {lower(pointLabel(from))} and {lower(pointLabel(to))}: a higher
        grade than before, the same, or a lower one. The year group is that of the later point.
      </p>
      {movement.isPending && <Loading what="movement" />}
      {movement.isError && <Failed cause={movement.error} retry={() => movement.refetch()} />}
      {movement.data && rows.length === 0 && (
        <Empty>No pupil of this group has a grade at both points. Choose other points, or all pupils.</Empty>
      )}
      {rows.length > 0 && (
        <>
          <Table
            caption="By year group and subject"
            columns={[...COLUMNS, BAR]}
            rows={rows}
            keyOf={(row) => `${row.cohort} ${row.subject}`}
            dense
          />
          <Symbols rows={rows.map(({ symbol = '' }) => ({ display: symbol }))} />
          <p className="actions">
            <Export
              name={[school, 'movement', pointLabel(from), 'to', pointLabel(to), GROUPS[group] ?? group]}
              columns={COLUMNS}
              rows={rows}
            />
          </p>
        </>
      )}
    </section>
  );
}

const figure = (label: string, pick: (row: Movement) => number | undefined): Column<Movement> => ({
  label,
  figure: true,
  text: (row) => row.symbol ?? number(pick(row)),
});

const COLUMNS: Column<Movement>[] = [
  {
    label: 'Year group and subject',
    text: ({ cohort, subject }) => `${cohortLabel(cohort)}, ${SUBJECTS[subject].toLowerCase()}`,
  },
  figure('Pupils', (row) => row.pupils),
  figure('Up', (row) => row.up),
  figure('Same', (row) => row.same),
  figure('Down', (row) => row.down),
];

const BAR: Column<Movement> = {
  label: 'Up, same, down',
  text: () => '',
  show: ({ up, same, down }) =>
    up != null && same != null && down != null && <ShareBar shares={[up, same, down]} />,
};
