import { describe, expect, it } from 'vitest';
import { shown } from './measures';

describe('a value', () => {
  it('is shown with the decimals and the unit of its measure', () => {
    expect(shown(48.28, { unit: 'percent', decimals: 0 })).toBe('48%');
    expect(shown(102.6, { unit: 'score', decimals: 1 })).toBe('102.6');
    expect(shown(-2, { unit: 'progress', decimals: 1 })).toBe('−2.0');
  });

  it('is a dash when it is not there', () => {
    expect(shown(undefined, { unit: 'percent', decimals: 0 })).toBe('–');
  });
});
