import { describe, expect, it } from 'vitest';
import type { Milestone } from '../api/types.gen';
import { bodyOf, inWords, milestoneOf, typedOf } from './typed';

describe('a target as it is typed', () => {
  it('starts with the headline measure of year 6', () => {
    expect(typedOf()).toMatchObject({
      kind: 'measure',
      measureCode: 'KS2_RWM_EXP',
      cohort: '6',
      pupilGroup: 'ALL',
    });
  });

  it('sends numbers as numbers and leaves what is no number for the answer to tell', () => {
    const typed = { ...typedOf(), baselineValue: '60.5', targetValue: 'seventy', cohort: ' r ' };
    expect(bodyOf(typed)).toMatchObject({
      baselineValue: 60.5,
      targetValue: 'seventy',
      cohort: 'R',
      dueDate: null,
    });
  });

  it('leaves out points of the way that are empty, and says the others in words', () => {
    const trajectory = [
      { date: '2026-12-31', value: '62' },
      { date: '', value: '' },
    ];
    const typed = { ...typedOf(), trajectory };
    expect(bodyOf(typed).trajectory).toEqual([{ date: '2026-12-31', value: 62 }]);
    expect(inWords({ ...typed, trajectory: trajectory.slice(0, 1) }, 'trajectory')).toBe('62 on 31 Dec 2026');
  });

  it('is a milestone without any number', () => {
    const milestone = { milestone: 'A reading corner in every class', dueDate: '2027-03-31' } as Milestone;
    const typed = typedOf(milestone);
    expect(typed).toMatchObject({ kind: 'milestone', baselineValue: '', targetValue: '' });
    expect(milestoneOf(typed)).toEqual(milestone);
    expect(milestoneOf({ ...typed, dueDate: '' }).dueDate).toBeNull();
  });
});
