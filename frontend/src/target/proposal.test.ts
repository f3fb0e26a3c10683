import { describe, expect, it } from 'vitest';
import type { Measure, TargetHelp } from '../api/types.gen';
import { doubtsOf, straight } from './proposal';
import { typedOf } from './typed';

const typed = {
  ...typedOf(),
  baselineValue: '60',
  baselineDate: '2025-09-01',
  targetValue: '70',
  dueDate: '2026-07-31',
};
const attainment = { better: 'higher', unit: 'percent', decimals: 0 } as Measure;
const absence = { better: 'lower', unit: 'percent', decimals: 1 } as Measure;
const help = {
  years: [
    { academicYear: '2023/2024', england: 60 },
    { academicYear: '2024/2025', england: 62 },
    { academicYear: '2025/2026', england: null },
  ],
} as TargetHelp;

describe('a trajectory that is proposed', () => {
  it('is straight, with a point for the end of each term in between', () => {
    const ends = ['2025-07-31', '2025-12-31', '2026-03-31', '2026-07-31'];
    expect(straight(typed, ends, 0)).toEqual([
      { date: '2025-12-31', value: '63.6' },
      { date: '2026-03-31', value: '66.3' },
    ]);
  });

  it('waits until both ends are typed', () => {
    expect(straight({ ...typed, targetValue: '' }, ['2025-12-31'], 0)).toEqual([]);
    expect(straight({ ...typed, baselineDate: '' }, ['2025-12-31'], 0)).toEqual([]);
    expect(straight({ ...typed, targetValue: 'seventy' }, ['2025-12-31'], 0)).toEqual([]);
  });
});

describe('doubts about a target', () => {
  it('are none where it leads the better way, past England', () => {
    expect(doubtsOf(typed, attainment, help)).toEqual([]);
    expect(doubtsOf({ ...typed, targetValue: '' }, attainment, help)).toEqual([]);
  });

  it('are told where it leads the wrong way', () => {
    expect(doubtsOf({ ...typed, targetValue: '59.5' }, attainment, undefined)).toEqual([
      'The target is lower than the baseline, although higher is better.',
    ]);
    expect(doubtsOf({ ...typed, targetValue: '60.5' }, absence, undefined)).toEqual([
      'The target is higher than the baseline, although lower is better.',
    ]);
  });

  it('are told where England had better, in the last year that is known', () => {
    expect(doubtsOf({ ...typed, targetValue: '61' }, attainment, help)).toEqual([
      'England had 62% in 2024/2025; the target is below that.',
    ]);
    expect(doubtsOf({ ...typed, baselineValue: '65', targetValue: '63' }, absence, help)).toEqual([
      'England had 62.0% in 2024/2025; the target is above that.',
    ]);
  });
});
