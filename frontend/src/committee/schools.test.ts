import { expect, test } from 'vitest';
import { lookingAfter, onDay } from './schools';

const ALDER = { schoolUrn: 900001, from: '2024-09-01' };
const BEECH = { schoolUrn: 900002, from: '2024-09-01', until: '2025-09-01' };

test('a committee looks after a school from its first day until the day before the last', () => {
  expect(onDay([ALDER, BEECH], '2025-08-31')).toEqual([ALDER, BEECH]);
  expect(onDay([ALDER, BEECH], '2025-09-01')).toEqual([ALDER]);
  expect(onDay([ALDER], '2024-08-31')).toEqual([]);
});

test('schools that come begin on the day, those that go end on it, and the past stays', () => {
  expect(lookingAfter([ALDER, BEECH], [900001], '2026-01-01')).toEqual([ALDER, BEECH]);
  expect(lookingAfter([ALDER, BEECH], [900002, 900003], '2026-01-01')).toEqual([
    { ...ALDER, until: '2026-01-01' },
    BEECH,
    { schoolUrn: 900002, from: '2026-01-01' },
    { schoolUrn: 900003, from: '2026-01-01' },
  ]);
});

test('what would end on its first day was never there, and what is to come can come sooner', () => {
  expect(lookingAfter([ALDER], [], '2024-09-01')).toEqual([]);
  const later = { schoolUrn: 900003, from: '2026-09-01' };
  expect(lookingAfter([later], [900003], '2026-01-01')).toEqual([{ schoolUrn: 900003, from: '2026-01-01' }]);
  expect(lookingAfter([later], [], '2026-01-01')).toEqual([later]);
});
