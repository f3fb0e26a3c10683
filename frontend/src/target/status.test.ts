import { describe, expect, it } from 'vitest';
import type { Target } from '../api/types.gen';
import { worstFirst } from './status';

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
});
