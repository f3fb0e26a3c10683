import { expect, test } from 'vitest';
import type { TermDates } from '../api/types.gen';
import { Problem } from '../ui/problem';
import { calendarOf, monthsOf, schoolDaysIn, sent, span, told, typedOf, yearsAround } from './dates';

const AUTUMN = {
  firstDay: '2026-09-02',
  halfTermFirstDay: '2026-10-26',
  halfTermLastDay: '2026-10-30',
  lastDay: '2026-12-18',
};
const DATES: TermDates = {
  academicYear: '2026/2027',
  schoolUrn: 900001,
  terms: { autumn: AUTUMN, spring: AUTUMN, summer: AUTUMN },
  ownTerms: false,
  assumed: false,
  closedDays: [
    { date: '2026-09-02', label: 'Staff training', own: false },
    { date: '2026-11-05', label: 'Flood', own: true },
  ],
  bankHolidays: [{ date: '2026-12-25', label: 'Christmas Day' }],
  schoolDays: ['2026-09-03', '2026-11-02'],
  version: 3,
};

test('a year has twelve months from September, each of whole weeks from Monday', () => {
  const months = monthsOf('2026/2027');
  expect(months.map((month) => month.label)).toEqual(
    expect.arrayContaining(['September 2026', 'February 2027', 'August 2027']),
  );
  expect(months).toHaveLength(12);
  expect(months[0]?.weeks[0]).toEqual([
    null,
    '2026-09-01',
    '2026-09-02',
    '2026-09-03',
    '2026-09-04',
    '2026-09-05',
    '2026-09-06',
  ]);
  expect(months.flatMap((month) => month.weeks.flat()).filter(Boolean)).toHaveLength(365);
  expect(
    monthsOf('2027/2028')
      .flatMap((month) => month.weeks.flat())
      .filter(Boolean),
  ).toHaveLength(366);
  expect(months.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true);
});

test('each day is told by a word', () => {
  const kindOf = calendarOf(DATES);
  expect(kindOf('2026-09-03')).toEqual({ kind: 'school', label: 'School day' });
  expect(kindOf('2026-09-02')).toEqual({ kind: 'closed', label: 'Closed day, Staff training' });
  expect(kindOf('2026-10-28').kind).toBe('half-term');
  expect(kindOf('2026-10-31').kind).toBe('weekend');
  expect(kindOf('2026-12-25').label).toBe('Bank holiday, Christmas Day');
  expect(kindOf('2026-12-24').kind).toBe('holiday');
});

test('the school days of a term are those between its days', () => {
  expect(schoolDaysIn(AUTUMN, [...DATES.schoolDays, '2027-01-05'])).toBe(2);
});

test('a year is said once where it is the same', () => {
  expect(span('2026-10-26', '2026-10-30')).toBe('26 Oct to 30 Oct 2026');
  expect(span('2026-12-19', '2027-01-04')).toBe('19 Dec 2026 to 4 Jan 2027');
});

test('the year that is shown can be chosen, however far away', () => {
  expect(yearsAround('2026/2027', '2026/2027')).toEqual([
    '2027/2028',
    '2026/2027',
    '2025/2026',
    '2024/2025',
    '2023/2024',
    '2022/2023',
    '2021/2022',
  ]);
  expect(yearsAround('2026/2027', '2031/2032')[0]).toBe('2031/2032');
});

test('a school that keeps the terms of the trust sends none, and its own closed days alone', () => {
  const typed = typedOf(DATES);
  expect(typed.own).toBe(false);
  expect(sent(typed)).toEqual({ terms: undefined, closedDays: [{ date: '2026-11-05', label: 'Flood' }] });
  expect(sent({ ...typed, own: true }).terms?.autumn).toEqual(AUTUMN);
});

test('what is left out is not sent, so that it is asked for', () => {
  const typed = typedOf({ ...DATES, schoolUrn: undefined, terms: undefined, closedDays: [] });
  expect(sent(typed).terms).toBeUndefined();
  typed.terms.autumn.firstDay = '2026-09-02';
  expect(sent({ ...typed, closed: [{ date: '', label: 'Snow' }] })).toEqual({
    terms: { autumn: { firstDay: '2026-09-02' }, spring: {}, summer: {} },
    closedDays: [{ label: 'Snow' }],
  });
});

test('what is missing is told in the words of the form', () => {
  const problem = told(
    new Problem(422, 'Some values are not as they should be', '', [
      { path: '/terms/autumn/halfTermFirstDay', code: 'not-null', message: 'x' },
      { path: '/closedDays/0/label', code: 'not-blank', message: 'x' },
      { path: '/terms/spring/firstDay', code: 'overlap', message: 'It overlaps.' },
    ]),
  );
  expect(problem?.errors.map((error) => error.message)).toEqual([
    'Autumn term: first day of half-term is needed.',
    'Say why the day is closed.',
    'It overlaps.',
  ]);
  expect(told(null)).toBeNull();
});
