import type { Outcome, Target } from '../api/types.gen';
import { day } from '../ui/format';
import type { Point, Series } from '../ui/LineChart';
import { BENCHMARKS, type Benchmark } from './benchmarks';
import { settled } from './settled';
import { startOf } from './years';

const TARGET_LOOK = 6;
const COMPUTED_LOOK = 7;

/** Whether most years have a value for more than one term; a single early result does not make it so. */
export function isTermly(rows: Pick<Outcome, 'academicYear' | 'assessmentPoint'>[]): boolean {
  const terms = new Map<string, Set<string>>();
  for (const { academicYear, assessmentPoint } of rows) {
    terms.set(academicYear, (terms.get(academicYear) ?? new Set()).add(assessmentPoint));
  }
  const several = [...terms.values()].filter((one) => one.size > 1);
  return 2 * several.length > terms.size;
}

/** The values of some outcomes, oldest first; a line goes from one to the next only where nothing is missing in between. */
export function pointsOf<R extends Pick<Outcome, 'academicYear' | 'date'>>(
  rows: R[],
  termly: boolean,
  pick: (row: R) => Omit<Point, 'date' | 'apart'> | undefined,
): Point[] {
  const points: Point[] = [];
  rows.forEach((row, at) => {
    const picked = pick(row);
    if (!picked) {
      return;
    }
    const before = rows[at - 1];
    const years = before && startOf(row.academicYear) - startOf(before.academicYear);
    const joined = before && pick(before) && (years === 0 || (years === 1 && !termly));
    points.push({ date: row.date, ...picked, ...(points.length > 0 && !joined ? { apart: true } : {}) });
  });
  return points;
}

/** What stands in the chart of a school: its own values, what they are compared with, and the way to its targets. */
export function seriesOf(
  rows: Outcome[],
  { compare, interval, targets }: { compare: Benchmark[]; interval: boolean; targets: Target[] },
): Series[] {
  const values = settled(rows);
  const termly = isTermly(values);
  const beside = rows.filter((row) => !values.includes(row) && row.value != null);
  const own: Series = {
    label: 'This school',
    look: 1,
    points: pointsOf(values, termly, (row) =>
      row.value == null
        ? undefined
        : {
            value: row.value,
            open: row.resultStatus !== 'final' || row.partial,
            ...(interval && row.confidenceLower != null && row.confidenceUpper != null
              ? { low: row.confidenceLower, high: row.confidenceUpper }
              : {}),
          },
    ),
  };
  const benchmarks = compare.map((benchmark) => ({
    label: BENCHMARKS[benchmark].label,
    look: BENCHMARKS[benchmark].look,
    dashed: true,
    points: pointsOf(values, termly, ({ benchmarks: { [benchmark]: value } }) =>
      value == null ? undefined : { value },
    ),
  }));
  const computed: Series = {
    label: 'Computed here beside what is published',
    look: COMPUTED_LOOK,
    bare: true,
    points: beside.map(({ date, value }) => ({ date, value: value ?? 0 })),
  };
  return [own, ...benchmarks, computed, ...targets.map(way)].filter((one) => one.points.length > 0);
}

function way(target: Target): Series {
  return {
    label: `On the way to the target of ${day(target.dueDate)}`,
    look: TARGET_LOOK,
    dashed: true,
    points: [
      { date: target.baselineDate, value: target.baselineValue },
      ...target.trajectory,
      { date: target.dueDate, value: target.targetValue },
    ],
  };
}
