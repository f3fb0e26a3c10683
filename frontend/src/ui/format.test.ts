import { describe, expect, it } from 'vitest';
import { academicYearOf, day, number, words } from './format';

describe('what people read', () => {
  it('writes dates without a shift of the time zone', () => {
    expect(day('2026-07-07')).toBe('7 Jul 2026');
    expect(day(undefined)).toBe('–');
  });

  it('writes numbers with a real minus', () => {
    expect(number(-1.25)).toBe('−1.25');
    expect(number(0)).toBe('0');
    expect(number(null)).toBe('–');
    expect(number(6.9, 1)).toBe('6.9');
    expect(number(31.03, 1)).toBe('31.0');
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
