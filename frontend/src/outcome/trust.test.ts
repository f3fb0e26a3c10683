import { describe, expect, it } from 'vitest';
import type { Outcome } from '../api/types.gen';
import { byYear } from './byYear';
import { changeTo, schoolRows, settledYear, sorted } from './trust';

function outcome(schoolUrn: number, academicYear: string, value?: number, more: Partial<Outcome> = {}) {
  return {
    schoolUrn,
    academicYear,
    assessmentPoint: 'summer',
    source: 'computed',
    resultStatus: 'final',
    display: value === undefined ? 'c' : `${value}%`,
    cohortSize: 30,
    ...(value === undefined ? {} : { value }),
    ...more,
  } as Outcome;
}

const NAMES: Record<number, string> = { 900001: 'Alder', 900002: 'Birch', 900003: 'Cedar' };
const nameOf = (urn: number) => NAMES[urn] ?? '';
const RESULTS = [
  outcome(900003, '2024/2025', 40),
  outcome(900003, '2025/2026', 60),
  outcome(900001, '2023/2024', 50),
  outcome(900001, '2025/2026', 45),
  outcome(900002, '2025/2026'),
];
const rows = schoolRows(RESULTS, nameOf, new Map([[900001, -20]]));
const namesBy = (...how: Parameters<typeof sorted> extends [unknown, ...infer R] ? R : never) =>
  sorted(rows, ...how).map(({ name }) => name);

describe('one value of a year', () => {
  it('is that of the latest term, and of it the published one', () => {
    const values = byYear([
      outcome(900001, '2025/2026', 1, { assessmentPoint: 'autumn', source: 'published' }),
      outcome(900001, '2025/2026', 2),
      outcome(900001, '2025/2026', 3, { source: 'published' }),
      outcome(900001, '2025/2026', 4, { assessmentPoint: 'spring' }),
    ]);
    expect(values['2025/2026']?.value).toBe(3);
  });
});

describe('the schools of the trust', () => {
  it('are sorted by what one looks for, those without a figure last', () => {
    expect(namesBy('name', '2025/2026', { better: 'higher' })).toEqual(['Alder', 'Birch', 'Cedar']);
    expect(namesBy('best', '2025/2026', { better: 'higher' })).toEqual(['Cedar', 'Alder', 'Birch']);
    expect(namesBy('worst', '2025/2026', { better: 'higher' })).toEqual(['Alder', 'Cedar', 'Birch']);
    expect(namesBy('worst', '2025/2026', { better: 'lower' })).toEqual(['Cedar', 'Alder', 'Birch']);
    expect(namesBy('change', '2025/2026', { better: 'higher' })).toEqual(['Alder', 'Cedar', 'Birch']);
    expect(namesBy('gap', '2025/2026', { better: 'higher' })).toEqual(['Alder', 'Birch', 'Cedar']);
  });

  it('have changed since the year before that has a value', () => {
    expect(rows.map((row) => changeTo('2025/2026', row))).toEqual([20, -5, undefined]);
    expect(rows.map((row) => changeTo('2024/2025', row))).toEqual([undefined, undefined, undefined]);
  });

  it('are looked at in the newest year in which not all is provisional', () => {
    const years = ['2024/2025', '2025/2026'];
    const provisional = { resultStatus: 'provisional' as const };
    expect(settledYear(years, RESULTS)).toBe('2025/2026');
    expect(
      settledYear(years, [outcome(900001, '2024/2025', 1), outcome(900001, '2025/2026', 2, provisional)]),
    ).toBe('2024/2025');
    expect(settledYear(years, [outcome(900001, '2025/2026', 2, provisional)])).toBe('2025/2026');
  });
});
