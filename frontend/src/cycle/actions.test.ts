import { expect, test } from 'vitest';
import { isOpen, standing } from './actions';

test('what is wrong with an action is said before how far it is', () => {
  expect(standing({ status: 'under-way', overdue: true })).toEqual({ label: 'Overdue', tone: 'bad' });
  expect(standing({ status: 'under-way', overdue: false })).toEqual({ label: 'Under way', tone: 'good' });
  expect(standing({ status: 'planned', overdue: false })).toEqual({ label: 'Planned', tone: 'calm' });
});

test('what is done or ended is neither late nor open', () => {
  expect(standing({ status: 'done', overdue: false }).label).toBe('Done');
  expect(standing({ status: 'planned', overdue: false, endedOn: '2026-11-02' }).label).toBe('Ended');
  expect(isOpen({ status: 'planned', endedOn: '2026-11-02' })).toBe(false);
  expect(isOpen({ status: 'done' })).toBe(false);
  expect(isOpen({ status: 'under-way' })).toBe(true);
});
