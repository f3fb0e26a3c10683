import type { PackOutcome } from '../api/types.gen';
import { cohortLabel } from '../outcome/cohorts';
import { Symbols } from '../outcome/Symbols';
import { lower, words } from '../ui/format';
import { Empty } from '../ui/Page';
import { type Column, Table } from '../ui/Table';

const whenOf = ({ assessmentPoint, academicYear }: PackOutcome) =>
  `${words(assessmentPoint)} ${academicYear}`;

const COLUMNS: Column<PackOutcome>[] = [
  {
    label: 'Measure',
    text: ({ measure, cohort }) => (cohort === 'ALL' ? measure : `${measure}, ${lower(cohortLabel(cohort))}`),
  },
  {
    label: 'When',
    text: (row) => whenOf(row),
    show: (row) => (
      <span>
        {whenOf(row)}
        {row.resultStatus !== 'final' && <small>{words(row.resultStatus)}</small>}
      </span>
    ),
  },
  { label: 'Value', figure: true, text: ({ value }) => value, show: ({ value }) => <strong>{value}</strong> },
  { label: 'Year before', figure: true, text: ({ before }) => before ?? '' },
  { label: 'Disadvantaged', figure: true, text: ({ disadvantaged }) => disadvantaged ?? '' },
  {
    label: 'England',
    figure: true,
    text: ({ england }) => england ?? '',
    show: ({ england, behindEngland }) =>
      behindEngland ? (
        <span>
          {england}
          <small>behind England</small>
        </span>
      ) : (
        england
      ),
  },
  { label: 'Local authority', figure: true, text: ({ localAuthority }) => localAuthority ?? '' },
];

/** The newest values of a school, and what they are held against. */
export function PackedOutcomes({ outcomes }: { outcomes: PackOutcome[] }) {
  if (outcomes.length === 0) {
    return <Empty>No outcomes are known.</Empty>;
  }
  const figures = outcomes
    .flatMap(({ value, before, disadvantaged }) => [value, before, disadvantaged])
    .filter((display) => display !== undefined);
  return (
    <>
      <Table
        caption="Outcomes, the newest of each"
        columns={COLUMNS}
        rows={outcomes}
        keyOf={({ measureCode, cohort, assessmentPoint }) => `${measureCode} ${cohort} ${assessmentPoint}`}
        dense
      />
      <Symbols rows={figures.map((display) => ({ display }))} />
    </>
  );
}
