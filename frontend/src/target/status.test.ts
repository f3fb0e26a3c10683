import { describe, expect, it } from 'vitest';
import type { Target } from '../api/types.gen';
import { pupilsOf, reasonOf, worstFirst } from './status';

describe('targets', () => {
  it('in trouble come first', () => {
    const targets: Pick<Target, 'status'>[] = [
      { status: 'on-track' },
      { status: 'no-data' },
      { status: 'off-track' },
      { status: 'at-risk' },
    ];
    expect(targets.sort(worstFirst).map((target) => target.status)).toEqual([
      'off-track',
      'at-risk',
      'no-data',
      'on-track',
    ]);
  });

  it('say whom they are about in the words of schools', () => {
    expect(pupilsOf({ pupilGroup: 'ALL', cohort: '6' })).toBe('all pupils, year 6');
    expect(pupilsOf({ pupilGroup: 'SEN_SUPPORT', cohort: 'R' })).toBe('SEN support, reception');
    expect(pupilsOf({ pupilGroup: 'EAL', cohort: 'ALL' })).toBe('English as an additional language');
  });

  it('say why without naming the measure again', () => {
    const measureLabel = 'Maths: expected standard';
    const why = 'actual 48 on 6 November 2026, expected 50.';
    expect(reasonOf({ measureLabel, statusReason: `${measureLabel}: ${why}` })).toBe(
      'Actual 48 on 6 November 2026, expected 50.',
    );
    expect(reasonOf({ measureLabel, statusReason: `${measureLabel} (DISADVANTAGED): ${why}` })).toBe(
      'Actual 48 on 6 November 2026, expected 50.',
    );
    expect(
      reasonOf({ measureLabel, statusReason: `${measureLabel} (English as an additional language): ${why}` }),
    ).toBe('Actual 48 on 6 November 2026, expected 50.');
    expect(reasonOf({ measureLabel, statusReason: 'Another sentence.' })).toBe('Another sentence.');
  });
});
