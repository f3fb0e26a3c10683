import { expect, it } from 'vitest';
import { forPeople } from './rows';

it('numbers rows as a spreadsheet does, and leaves other numbers as they are', () => {
  expect(forPeople('Row 1 (from 0) is longer than 65536 characters.', { firstRow: 2 })).toBe(
    'Row 3 is longer than 65536 characters.',
  );
  expect(forPeople('It has row 0 (from 0) twice.', { firstRow: 1 })).toBe('It has row 1 twice.');
});
