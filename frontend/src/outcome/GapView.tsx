import type { Measure, Outcome } from '../api/types.gen';
import { Export } from '../ui/Export';
import { lower, number, words } from '../ui/format';
import { LineChart } from '../ui/LineChart';
import { Empty, Failed, Loading } from '../ui/Page';
import { type Column, Table } from '../ui/Table';
import { apart, type Gap, gapsOf, PAIRS, type Pair, pairLabel } from './gaps';
import { GROUPS } from './groups';
import { MissingYears } from './MissingYears';
import { unitOf } from './measures';
import { blankOf, missingYears } from './missing';
import { Symbols } from './Symbols';
import { isTermly, pointsOf } from './series';
import { useOutcomes } from './useOutcomes';
import { yearsShown } from './years';

interface Props {
  urn: number;
  measure: Measure;
  pair: Pair;
  cohort: string | undefined;
  all: boolean;
  /** Which of the values count; all where it is not said. */
  only?: (rows: Outcome[]) => Outcome[];
  /** What is shown, for the name of a file. */
  name: string[];
}

/** How far two groups of pupils are apart over the years, as chart and table. */
export function GapView({ urn, measure, pair, cohort, all, only, name }: Props) {
  const groups = PAIRS[pair];
  const [first, second] = [
    useOutcomes(urn, measure.code, groups[0]),
    useOutcomes(urn, measure.code, groups[1]),
  ];
  const failed = [first, second].find((one) => one.isError);
  if (failed) {
    return <Failed cause={failed.error} retry={() => failed.refetch()} />;
  }
  if (!first.data || !second.data) {
    return <Loading what="the gap" />;
  }
  const ofCohort = (rows: Outcome[]) => {
    const own = rows.filter((row) => !cohort || row.cohort === cohort);
    return only ? only(own) : own;
  };
  const found = gapsOf(ofCohort(first.data), ofCohort(second.data));
  const years = yearsShown(found, all);
  const gaps = found.filter((gap) => years.includes(gap.academicYear));
  if (gaps.length === 0) {
    return (
      <Empty>
        There are no values of both groups. They come with pushed pupils; choose other groups, or another
        measure.
      </Empty>
    );
  }
  const missing = missingYears(years, gaps, measure);
  const termly = isTermly(gaps.map((gap) => gap.one));
  const columns = columnsOf(
    pair,
    measure,
    termly,
    gaps.some(({ england }) => england !== undefined),
  );
  return (
    <>
      <Chart gaps={gaps} pair={pair} measure={measure} termly={termly} missing={missing} />
      <MissingYears missing={missing} />
      <Table
        caption={`Newest first; the gap is ${lower(GROUPS[groups[0]] ?? '')} less ${lower(GROUPS[groups[1]] ?? '')}`}
        columns={columns}
        rows={gaps.toReversed()}
        keyOf={(gap) => gap.key}
      />
      <Symbols rows={gaps.flatMap(({ one, other }) => [one, other])} />
      <p className="actions">
        <Export name={[...name, pairLabel(pair)]} columns={columns} rows={gaps.toReversed()} />
      </p>
    </>
  );
}

interface ChartProps {
  gaps: Gap[];
  pair: Pair;
  measure: Measure;
  termly: boolean;
  missing: ReturnType<typeof missingYears>;
}

function Chart({ gaps, pair, measure, termly, missing }: ChartProps) {
  const lines = (['one', 'other'] as const).map((side, at) => ({
    label: GROUPS[PAIRS[pair][at] ?? ''] ?? '',
    points: pointsOf(gaps, termly, ({ [side]: row }) =>
      row.value == null ? undefined : { value: row.value, open: row.resultStatus !== 'final' || row.partial },
    ),
  }));
  return (
    <LineChart
      title={`${measure.label}, ${pairLabel(pair)}`}
      series={lines.filter((line) => line.points.length > 0)}
      unit={unitOf(measure)}
      decimals={measure.decimals}
      blanks={missing.map(blankOf)}
      spans={gaps.flatMap(({ date, one, other, value }) =>
        value === undefined
          ? []
          : [{ date, from: one.value ?? 0, to: other.value ?? 0, label: apart(value, measure) }],
      )}
    />
  );
}

function columnsOf(pair: Pair, measure: Measure, termly: boolean, inEngland: boolean): Column<Gap>[] {
  const unit = measure.unit === 'percent' ? ' (percentage points)' : '';
  const sides = (['one', 'other'] as const).flatMap((side, at): Column<Gap>[] => {
    const group = GROUPS[PAIRS[pair][at] ?? ''] ?? '';
    return [
      { label: group, figure: true, text: ({ [side]: row }) => row.display },
      {
        label: `Pupils: ${lower(group)}`,
        figure: true,
        text: ({ [side]: { cohortSize } }) => (cohortSize == null ? '' : number(cohortSize)),
      },
    ];
  });
  return [
    { label: 'Year', text: (gap) => gap.academicYear },
    ...(termly ? [{ label: 'Term', text: (gap: Gap) => words(gap.one.assessmentPoint) }] : []),
    ...sides,
    {
      label: `Gap${unit}`,
      figure: true,
      text: ({ value }) => (value === undefined ? '' : apart(value, measure)),
      show: ({ value }) => value !== undefined && <strong>{apart(value, measure)}</strong>,
    },
    ...(inEngland
      ? [
          {
            label: 'Gap in England',
            figure: true,
            text: ({ england }: Gap) => (england === undefined ? '' : apart(england, measure)),
          },
        ]
      : []),
    { label: 'Source', text: (gap) => words(gap.one.source) },
    { label: 'Result', text: (gap) => words(leastSettled(gap)) },
  ];
}

function leastSettled({ one, other }: Gap): string {
  return (
    ['provisional', 'revised'].find(
      (status) => one.resultStatus === status || other.resultStatus === status,
    ) ?? 'final'
  );
}
