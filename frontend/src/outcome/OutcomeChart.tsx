import type { Measure, Outcome, Target } from '../api/types.gen';
import { LineChart } from '../ui/LineChart';
import { Empty } from '../ui/Page';
import type { Benchmark } from './benchmarks';
import { unitOf } from './measures';
import { blankOf, type Missing } from './missing';
import { seriesOf } from './series';

interface Props {
  title: string;
  rows: Outcome[];
  missing: Missing[];
  targets: Target[];
  compare: Benchmark[];
  interval: boolean;
  measure: Measure | undefined;
}

/** A measure of a school over the years, with what it is compared with and what is to be reached. */
export function OutcomeChart({ title, rows, missing, targets, compare, interval, measure }: Props) {
  const series = seriesOf(rows, { compare, interval, targets });
  if (series.length === 0) {
    return <Empty>There are no values to draw. The table says why.</Empty>;
  }
  return (
    <LineChart
      title={title}
      series={series}
      unit={unitOf(measure)}
      decimals={measure?.decimals}
      blanks={missing.map(blankOf)}
    />
  );
}
