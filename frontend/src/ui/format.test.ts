import { describe, expect, it } from 'vitest';
import { academicYearOf, day, lower, number, recently, size, words } from './format';

describe('what people read', () => {
  it('writes dates without a shift of the time zone', () => {
    expect(day('2026-07-07')).toBe('7 Jul 2026');
    expect(day(undefined)).toBe('–');
  });

  it('says an amount of bytes in the unit that fits', () => {
    expect([0, 1, 812_000, 3_440_000, 2_000_000_000].map(size)).toEqual([
      '0 KB',
      '1 KB',
      '812 KB',
      '3.4 MB',
      '2 GB',
    ]);
  });

  it('says a moment as people do, and still exactly', () => {
    const now = new Date(2026, 10, 24, 9, 0);
    const at = (date: number, hour = 14) => recently(new Date(2026, 10, date, hour, 5).toISOString(), now);
    expect(at(24, 8)).toBe('today, 08:05');
    expect(at(23)).toBe('yesterday, 14:05');
    expect(at(18)).toBe('Wednesday, 14:05');
    expect(at(17)).toBe('17 Nov 2026, 14:05');
    expect(at(25)).toBe('25 Nov 2026, 14:05');
  });

  it('writes numbers with a real minus', () => {
    expect(number(-1.25)).toBe('−1.25');
    expect(number(0)).toBe('0');
    expect(number(null)).toBe('–');
    expect(number(6.9, 1)).toBe('6.9');
    expect(number(31.03, 1)).toBe('31.0');
  });

  it('puts words into a sentence', () => {
    expect(lower('Boys')).toBe('boys');
    expect(lower('SEN support')).toBe('SEN support');
    expect(lower('English as first language')).toBe('English as first language');
  });

  it('turns codes into words', () => {
    expect(words('target-setting')).toBe('Target setting');
    expect(words('targetValue')).toBe('Target value');
    expect(words('NOT_DISADVANTAGED')).toBe('Not disadvantaged');
  });

  it('starts the academic year in September', () => {
    expect(academicYearOf(new Date(2026, 7, 31))).toBe('2025/2026');
    expect(academicYearOf(new Date(2026, 8, 1))).toBe('2026/2027');
  });
});
