import { Link } from '@tanstack/react-router';
import type { Outcome } from '../api/types.gen';
import { Export } from '../ui/Export';
import { lower, number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { type Column, Table } from '../ui/Table';
import { COHORTS, cohortLabel } from './cohorts';
import { GROUPS } from './groups';
import { type AssessmentPoint, pointLabel } from './points';
import { Symbols } from './Symbols';
import { useOutcomes } from './useOutcomes';

interface Props {
  urn: number;
  at: AssessmentPoint;
  group: string;
  school: string;
}

/** A year group, and its value in each subject. */
interface Row {
  cohort: string;
  values: Record<string, Outcome | undefined>;
}

const SUBJECTS = {
  TA_READ_EXP: 'Reading',
  TA_WRIT_EXP: 'Writing',
  TA_MAT_EXP: 'Maths',
  TA_RWM_EXP: 'All three',
};

/** The share of each year group that its teachers judge as expected or above. */
export function ExpectedShare({ urn, at, group, school }: Props) {
  const queries = [
    useOutcomes(urn, 'TA_READ_EXP', group),
    useOutcomes(urn, 'TA_WRIT_EXP', group),
    useOutcomes(urn, 'TA_MAT_EXP', group),
    useOutcomes(urn, 'TA_RWM_EXP', group),
  ];
  const failed = queries.find((query) => query.isError);
  const waiting = queries.some((query) => query.isPending);
  const found = queries
    .flatMap((query) => query.data ?? [])
    .filter((row) => row.academicYear === at.year && row.assessmentPoint === at.term);
  const rows = COHORTS.filter((cohort) => found.some((one) => one.cohort === cohort)).map((cohort): Row => {
    const own = found.filter((one) => one.cohort === cohort);
    return { cohort, values: Object.fromEntries(own.map((one) => [one.measureCode, one])) };
  });
  const columns = columnsOf(urn, group);
  return (
    <section className="sheet stack" aria-labelledby="expected-title">
      <h2 id="expected-title">As expected or above, {lower(pointLabel(at))}</h2>
      {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
      {!failed && waiting && <Loading what="teacher assessment" />}
      {!failed && !waiting && rows.length === 0 && (
        <Empty>Nothing is known of these pupils at this point. Choose another point, or all pupils.</Empty>
      )}
      {rows.length > 0 && (
        <>
          <Table
            caption="Share of the pupils of a year group, in the grades of the trust; these are local, not statutory"
            columns={columns}
            rows={rows}
            keyOf={(row) => row.cohort}
          />
          <Symbols rows={found} />
          <p className="actions">
            <Export
              name={[school, 'teacher assessment', pointLabel(at), GROUPS[group] ?? group]}
              columns={columns}
              rows={rows}
            />
          </p>
        </>
      )}
    </section>
  );
}

function columnsOf(urn: number, group: string): Column<Row>[] {
  return [
    {
      label: 'Year group',
      text: ({ cohort }) => cohortLabel(cohort),
      show: ({ cohort }) => (
        <Link
          to="/schools/$urn/outcomes"
          params={{ urn: String(urn) }}
          search={{ measure: 'TA_RWM_EXP', cohort, group: group === 'ALL' ? undefined : group }}
        >
          {cohortLabel(cohort)}
        </Link>
      ),
    },
    {
      label: 'Pupils',
      figure: true,
      text: ({ values: { TA_RWM_EXP: row } }) => (row?.cohortSize == null ? '' : number(row.cohortSize)),
    },
    ...Object.entries(SUBJECTS).map(([code, label]) => ({
      label,
      figure: true,
      text: ({ values }: Row) => said(values[code]),
    })),
  ];
}

function said(row: Outcome | undefined): string {
  return row ? `${row.display}${row.partial ? ' (partial)' : ''}` : '';
}
