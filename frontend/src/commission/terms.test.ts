import { describe, expect, it } from 'vitest';
import { endOf, termOf, termsBetween, termWords } from './terms';

describe('terms of support', () => {
  it('puts every day into one term', () => {
    expect(termWords(termOf('2026-09-01'))).toBe('Autumn 2026/2027');
    expect(termWords(termOf('2026-12-31'))).toBe('Autumn 2026/2027');
    expect(termWords(termOf('2027-01-01'))).toBe('Spring 2026/2027');
    expect(termWords(termOf('2027-03-31'))).toBe('Spring 2026/2027');
    expect(termWords(termOf('2027-04-01'))).toBe('Summer 2026/2027');
    expect(termWords(termOf('2027-08-31'))).toBe('Summer 2026/2027');
  });

  it('ends where the next one begins', () => {
    expect(endOf(termOf('2026-10-10'))).toBe('2026-12-31');
    expect(endOf(termOf('2027-02-10'))).toBe('2027-03-31');
    expect(endOf(termOf('2027-07-10'))).toBe('2027-08-31');
  });

  it('names each term that a period touches, across the year', () => {
    expect(termsBetween('2027-03-31', '2027-09-01').map(termWords)).toEqual([
      'Spring 2026/2027',
      'Summer 2026/2027',
      'Autumn 2027/2028',
    ]);
    expect(termsBetween('2027-02-01', '2027-02-01')).toHaveLength(1);
    expect(termsBetween('2027-02-01', '2027-01-01')).toEqual([]);
    expect(termsBetween('2027-02-01', '')).toEqual([]);
    expect(termsBetween('2020-02-01', '2040-02-01')).toHaveLength(6);
  });
});
