import { describe, expect, it } from 'vitest';
import { asked, switched } from './benchmarks';
import { codeOf, pointFrom, pointLabel, pointsIn } from './points';
import { outcomeSearch } from './search';

describe('the address of outcomes', () => {
  it('keeps what it can say, and nothing else', () => {
    const said = { measure: 'KS2_GPS_EXP', view: 'gap', between: 'sex', years: 'all', term: 'autumn' };
    expect(outcomeSearch(said)).toMatchObject(said);
    const nothing = outcomeSearch({ view: 'pie', between: 'shoes', years: '3', term: 'winter', measure: '' });
    expect(Object.values(nothing).filter((value) => value !== undefined)).toEqual([]);
  });

  it('says what a school is compared with only when something is switched off', () => {
    expect(asked(undefined)).toHaveLength(4);
    const off = switched(undefined, 'trust');
    expect(off).toBe('england,localAuthority,similarSchools');
    expect(switched(off, 'trust')).toBeUndefined();
    expect(asked(switched('england', 'england'))).toEqual([]);
  });

  it('names a point of a year', () => {
    const point = pointFrom('2025-autumn');
    expect(point && [codeOf(point), pointLabel(point)]).toEqual(['2025-autumn', 'Autumn 2025/2026']);
    expect(pointFrom('2025-winter')).toBeUndefined();
    const row = (academicYear: string, assessmentPoint: 'autumn' | 'summer') => ({
      academicYear,
      assessmentPoint,
    });
    const points = pointsIn([
      row('2025/2026', 'autumn'),
      row('2024/2025', 'summer'),
      row('2025/2026', 'autumn'),
    ]);
    expect(points.map(codeOf)).toEqual(['2024-summer', '2025-autumn']);
  });
});
