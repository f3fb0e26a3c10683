import { describe, expect, it } from 'vitest';
import type { Outcome } from '../api/types.gen';
import { blankOf, inWords, missingYears } from './missing';
import { yearsShown } from './years';

const REASON = 'These pupils have no key stage 1 results to start from';
const progress = { gaps: [{ from: '2023/2024', to: '2024/2025', reason: REASON }] };

function row(academicYear: string, value?: number, display = `${value}`) {
  return { academicYear, display, ...(value === undefined ? {} : { value }) } as Outcome;
}

describe('the years that are shown', () => {
  it('are the last five up to the newest value, and the present one besides', () => {
    const rows = [row('2016/2017', 1), row('2024/2025', 2)];
    expect(yearsShown(rows, false, '2026/2027')).toEqual([
      '2020/2021',
      '2021/2022',
      '2022/2023',
      '2023/2024',
      '2024/2025',
    ]);
    expect(yearsShown([...rows, row('2026/2027', 3)], false, '2026/2027')).toHaveLength(6);
    expect(yearsShown(rows, true, '2026/2027')).toHaveLength(9);
    expect(yearsShown([], false, '2026/2027')).toEqual([]);
  });
});

describe('a year without a value', () => {
  const years = ['2022/2023', '2023/2024', '2024/2025', '2025/2026'];

  it('is missing for the reason that the catalogue gives, years next to each other together', () => {
    const rows = [row('2022/2023', 1.2), row('2025/2026', 0.4)];
    const missing = missingYears(years, rows, progress);
    expect(missing).toEqual([{ from: '2023/2024', to: '2024/2025', reason: REASON }]);
    expect(missing.map(inWords)).toEqual(['2023/2024 to 2024/2025']);
    expect(missing.map(blankOf)).toEqual([{ from: '2024-02-01', to: '2026-01-31' }]);
  });

  it('has its value where one came nevertheless', () => {
    const rows = years.map((year) => row(year, 1));
    expect(missingYears(years, rows, progress)).toEqual([]);
  });

  it('is suppressed, or has not come in', () => {
    const rows = [row('2022/2023', 60), row('2023/2024', undefined, 'c'), row('2025/2026', 61)];
    expect(missingYears(years, rows, { gaps: [] })).toEqual([
      { from: '2023/2024', to: '2023/2024', reason: 'Suppressed (c)' },
      { from: '2024/2025', to: '2024/2025', reason: 'No value has come in for this year' },
    ]);
  });

  it('is not missing before the first value, unless the catalogue says so', () => {
    expect(missingYears(years, [row('2025/2026', 61)], { gaps: [] })).toEqual([]);
    expect(missingYears(years, [row('2025/2026', 61)], progress)).toHaveLength(1);
  });
});
