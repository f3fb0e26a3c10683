import { expect, test } from 'vitest';
import type { NeedCell, NeedLevel } from '../api/types.gen';
import { termName, termOf, toneOf } from './bands';
import { cellText } from './cells';

const CELL: NeedCell = {
  indicatorCode: 'RWM_ENGLAND',
  display: '−14.0 percentage points',
  contribution: 10.5,
  maximum: 15,
  band: 'high',
  change: 'worse',
};

test('a cell says how much, of what it could, from which figure, and how it went', () => {
  expect(cellText(CELL)).toBe('High, 10.5 of 15 (−14.0 percentage points), worse than the term before');
  expect(cellText({ ...CELL, change: 'steady' })).toBe('High, 10.5 of 15 (−14.0 percentage points)');
});

test('what is missing is said, and what does not apply is empty', () => {
  expect(cellText({ indicatorCode: 'RWM_GAP', contribution: 0, maximum: 8 })).toBe('No data');
  expect(cellText(undefined)).toBe('');
});

test('a term is read as it is written', () => {
  const term = { academicYear: '2026/2027', term: 'autumn' } as const;
  expect(termName(term)).toBe('autumn 2026/2027');
  expect(termOf(termName(term))).toEqual(term);
});

test('the first level calms, the last warns most, and none says nothing', () => {
  const levels = ['universal', 'targeted', 'intensive'].map((code) => ({ code }) as NeedLevel);
  expect(['universal', 'targeted', 'intensive', undefined].map((level) => toneOf(level, levels))).toEqual([
    'good',
    'warn',
    'bad',
    'calm',
  ]);
});
