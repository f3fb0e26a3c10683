import { describe, expect, it } from 'vitest';
import type { Outcome } from '../api/types.gen';
import { apart, gapsOf, pairLabel } from './gaps';

function outcome(academicYear: string, value: number | undefined, more: Partial<Outcome> = {}): Outcome {
  return {
    academicYear,
    assessmentPoint: 'summer',
    source: 'computed',
    date: '2025-07-07',
    display: value === undefined ? 'c' : `${value}%`,
    benchmarks: {},
    ...(value === undefined ? {} : { value }),
    ...more,
  } as Outcome;
}

describe('the gap between two groups', () => {
  it('is the first less the second, of the school and of England', () => {
    const [gap] = gapsOf(
      [outcome('2024/2025', 22, { benchmarks: { england: 45 } })],
      [outcome('2024/2025', 65, { benchmarks: { england: 68 } })],
    );
    expect(gap).toMatchObject({ value: -43, england: -23, display: '' });
  });

  it('is not known where one of the two is suppressed, and says so', () => {
    const [gap] = gapsOf([outcome('2024/2025', undefined)], [outcome('2024/2025', 65)]);
    expect(gap?.value).toBeUndefined();
    expect(gap?.display).toBe('c');
  });

  it('compares only what comes from one source, the published one where it is whole', () => {
    const published = { source: 'published' as const, date: '2025-07-31' };
    const gaps = gapsOf(
      [outcome('2024/2025', 20), outcome('2024/2025', 21, published), outcome('2023/2024', 30)],
      [outcome('2024/2025', 60), outcome('2024/2025', 62, published), outcome('2023/2024', 50, published)],
    );
    expect(gaps.map(({ academicYear, value }) => [academicYear, value])).toEqual([['2024/2025', -41]]);
    const [whole] = gapsOf(
      [outcome('2024/2025', 20), outcome('2024/2025', undefined, published)],
      [outcome('2024/2025', 60), outcome('2024/2025', 62, published)],
    );
    expect(whole?.value).toBe(-40);
  });

  it('is shown with its sign, and nothing has none', () => {
    expect(apart(-42.82, { decimals: 0 })).toBe('−42.8');
    expect(apart(2.17, { decimals: 0 })).toBe('+2.2');
    expect(apart(-0.004, { decimals: 1 })).toBe('0.0');
  });

  it('has a name that reads as a sentence', () => {
    expect(pairLabel('language')).toBe('English as an additional language against English as first language');
    expect(pairLabel('disadvantage')).toBe('Disadvantaged against not disadvantaged');
  });
});
