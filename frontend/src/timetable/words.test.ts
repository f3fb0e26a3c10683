import { describe, expect, it } from 'vitest';
import { halfLabel, halfOf, hours, inUse, longDay, shortDay } from './words';

const half = (term: 'autumn' | 'spring', number: number, firstDay: string, lastDay: string) => ({
  term,
  half: number,
  firstDay,
  lastDay,
  assumed: false,
});
const HALVES = [
  half('autumn', 1, '2026-09-02', '2026-10-23'),
  half('autumn', 2, '2026-11-02', '2026-12-18'),
  half('spring', 1, '2027-01-04', '2027-02-12'),
];

describe('words of the timetable', () => {
  it('knows from which day on a type is not used any more', () => {
    expect(inUse({}, '2026-11-12')).toBe(true);
    expect(inUse({ validUntil: '2026-11-13' }, '2026-11-12')).toBe(true);
    expect(inUse({ validUntil: '2026-11-12' }, '2026-11-12')).toBe(false);
  });

  it('says from when to when', () => {
    expect(hours('09:00:00', 180)).toBe('09:00 to 12:00');
    expect(hours('13:30', null)).toBe('13:30 to 14:30');
    expect(hours(null, null)).toBe('');
  });

  it('counts holidays to the half-term before them', () => {
    expect(halfOf(HALVES, '2026-09-01')).toBe(0);
    expect(halfOf(HALVES, '2026-10-23')).toBe(0);
    expect(halfOf(HALVES, '2026-10-28')).toBe(0);
    expect(halfOf(HALVES, '2026-11-02')).toBe(1);
    expect(halfOf(HALVES, '2027-08-30')).toBe(2);
  });

  it('writes days as people do', () => {
    expect(shortDay('2026-11-12')).toBe('12 Nov');
    expect(longDay('2026-11-12')).toBe('Thursday 12 November 2026');
    expect(halfLabel({ term: 'spring', half: 2 })).toBe('Spring 2');
  });
});
