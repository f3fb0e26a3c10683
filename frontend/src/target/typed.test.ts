import { describe, expect, it } from 'vitest';
import { bodyOf, typedOf } from './typed';

describe('a target as it is typed', () => {
  it('starts with the headline measure of year 6', () => {
    expect(typedOf()).toMatchObject({ measureCode: 'KS2_RWM_EXP', cohort: '6', pupilGroup: 'ALL' });
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
});
