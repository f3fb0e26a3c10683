import { describe, expect, it } from 'vitest';
import type { Outcome } from '../api/types.gen';
import { settled } from './settled';

function outcome(academicYear: string, source: Outcome['source'], date: string): Outcome {
  return { academicYear, source, date, assessmentPoint: 'summer' } as Outcome;
}

describe('one value for each year', () => {
  it('is the published one where there is one, oldest year first', () => {
    const rows = [
      outcome('2025/2026', 'computed', '2026-07-07'),
      outcome('2024/2025', 'computed', '2025-07-08'),
      outcome('2024/2025', 'published', '2025-07-31'),
    ];
    expect(settled(rows).map((row) => [row.academicYear, row.source])).toEqual([
      ['2024/2025', 'published'],
      ['2025/2026', 'computed'],
    ]);
  });
});
