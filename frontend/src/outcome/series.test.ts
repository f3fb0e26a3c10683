import { describe, expect, it } from 'vitest';
import type { Outcome, Target } from '../api/types.gen';
import { isTermly, pointsOf, seriesOf } from './series';

function outcome(academicYear: string, value: number | undefined, more: Partial<Outcome> = {}): Outcome {
  return {
    academicYear,
    assessmentPoint: 'summer',
    source: 'published',
    date: `${academicYear.slice(5)}-07-31`,
    resultStatus: 'final',
    partial: false,
    display: value === undefined ? 'c' : `${value}%`,
    benchmarks: {},
    ...(value === undefined ? {} : { value }),
    ...more,
  } as Outcome;
}

const NOTHING = { compare: [], interval: true, targets: [] };

describe('the line of a school', () => {
  it('goes from year to year, and not across a year that is missing or suppressed', () => {
    const rows = [
      outcome('2018/2019', 50),
      outcome('2021/2022', 52),
      outcome('2022/2023', 54),
      outcome('2023/2024', undefined),
      outcome('2024/2025', 58),
    ];
    const [own] = seriesOf(rows, NOTHING);
    expect(own?.points.map(({ value, apart }) => [value, apart ?? false])).toEqual([
      [50, false],
      [52, true],
      [54, false],
      [58, true],
    ]);
  });

  it('of termly values ends with the year, because the next ones are of other pupils or begin anew', () => {
    const rows = [
      outcome('2024/2025', 5, { assessmentPoint: 'spring', date: '2025-03-31' }),
      outcome('2024/2025', 6, { date: '2025-07-31' }),
      outcome('2025/2026', 4, { assessmentPoint: 'autumn', date: '2025-12-31' }),
      outcome('2025/2026', 5, { assessmentPoint: 'spring', date: '2026-03-31' }),
    ];
    expect(isTermly(rows)).toBe(true);
    expect(pointsOf(rows, true, ({ value }) => (value == null ? undefined : { value }))).toEqual([
      { date: '2025-03-31', value: 5 },
      { date: '2025-07-31', value: 6 },
      { date: '2025-12-31', value: 4, apart: true },
      { date: '2026-03-31', value: 5 },
    ]);
  });

  it('is not termly for one early result', () => {
    const early = outcome('2026/2027', 48, { assessmentPoint: 'autumn', date: '2026-11-06' });
    expect(isTermly([outcome('2024/2025', 52), outcome('2025/2026', 48), early])).toBe(false);
  });

  it('marks what may still change, and what a value lies between', () => {
    const rows = [
      outcome('2025/2026', 48, { resultStatus: 'provisional', confidenceLower: 31, confidenceUpper: 66 }),
    ];
    expect(seriesOf(rows, NOTHING)[0]?.points).toEqual([
      { date: '2026-07-31', value: 48, open: true, low: 31, high: 66 },
    ]);
    expect(seriesOf(rows, { ...NOTHING, interval: false })[0]?.points[0]).not.toHaveProperty('low');
  });
});

describe('what stands beside it', () => {
  it('is what is asked for and known, each with a look of its own', () => {
    const rows = [outcome('2024/2025', 52, { benchmarks: { england: 62, trust: 37 } })];
    const series = seriesOf(rows, { ...NOTHING, compare: ['england', 'similarSchools'] });
    expect(series.map(({ label, look }) => [label, look])).toEqual([
      ['This school', 1],
      ['England', 2],
    ]);
  });

  it('is the computed value where a published one counts, as a mark without a line', () => {
    const rows = [
      outcome('2024/2025', 52),
      outcome('2024/2025', 51, { source: 'computed', date: '2025-07-07' }),
    ];
    const beside = seriesOf(rows, NOTHING)[1];
    expect(beside?.bare).toBe(true);
    expect(beside?.points).toEqual([{ date: '2025-07-07', value: 51 }]);
  });

  it('is the way to a target: from its baseline by its points to its due date', () => {
    const target = {
      baselineDate: '2026-07-07',
      baselineValue: 48,
      trajectory: [{ date: '2026-12-31', value: 50 }],
      dueDate: '2027-07-31',
      targetValue: 54,
    } as Target;
    const way = seriesOf([outcome('2025/2026', 48)], { ...NOTHING, targets: [target] })[1];
    expect(way?.label).toBe('On the way to the target of 31 Jul 2027');
    expect(way?.points.map(({ value }) => value)).toEqual([48, 50, 54]);
  });
});
