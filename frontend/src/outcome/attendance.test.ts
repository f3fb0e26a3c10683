import { describe, expect, it } from 'vitest';
import type { Outcome } from '../api/types.gen';
import { attendanceSearch, cohortsByAge, dateOf, lastOfYears, periodsOf } from './attendance';

function outcome(measureCode: string, academicYear: string, assessmentPoint: string, date: string): Outcome {
  return { measureCode, academicYear, assessmentPoint, date, pupilGroup: 'ALL' } as Outcome;
}

const ROWS = [
  outcome('ATT_OVERALL_ABSENCE', '2026/2027', 'autumn', '2026-11-20'),
  outcome('ATT_OVERALL_ABSENCE', '2025/2026', 'summer', '2026-07-31'),
  outcome('ATT_OVERALL_ABSENCE', '2025/2026', 'spring', '2026-03-31'),
  outcome('SUSPENSION_RATE', '2025/2026', 'summer', '2026-07-30'),
];

describe('attendance', () => {
  it('of a year is what reaches to its end, or so far', () => {
    expect(lastOfYears(ROWS).map((row) => row.date)).toEqual(['2026-11-20', '2026-07-31', '2026-07-30']);
  });

  it('stands side by side with suspensions in its year, newest first', () => {
    const [latest, before] = periodsOf(ROWS, false);
    expect(latest?.key).toBe('2026/2027');
    expect(latest?.values.suspensions).toBeUndefined();
    expect(before?.values.overall?.assessmentPoint).toBe('summer');
    expect(before?.values.suspensions?.date).toBe('2026-07-30');
    expect(before && dateOf(before)).toBe('2026-07-31');
  });

  it('of a term is a line of its own', () => {
    const terms = ROWS.slice(0, 3).map((row) => ({ ...row, measureCode: 'ATT_OVERALL_ABSENCE_TERM' }));
    expect(periodsOf(terms, true).map(({ key }) => key)).toEqual([
      '2026/2027 autumn',
      '2025/2026 summer',
      '2025/2026 spring',
    ]);
  });

  it('is asked for by the year groups that a school has', () => {
    expect(cohortsByAge({ lowAge: 4, highAge: 11 })).toEqual(['ALL', 'R', '1', '2', '3', '4', '5', '6']);
    expect(cohortsByAge({ lowAge: 3, highAge: 7 })).toEqual(['ALL', 'N2', 'R', '1', '2']);
    expect(cohortsByAge({ lowAge: 11, highAge: 18 }).at(-1)).toBe('13');
    expect(cohortsByAge({})).toEqual(['ALL']);
  });

  it('keeps only what an address can say', () => {
    expect(attendanceSearch({ by: 'week', of: 'severe', cohort: 4, year: '2025' })).toEqual({
      of: 'severe',
      cohort: '4',
    });
  });
});
