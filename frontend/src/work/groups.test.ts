import { expect, test } from 'vitest';
import type { WorkItem } from '../api/types.gen';
import { grouped } from './groups';

function item(title: string, dueOn?: string, overdue = false): WorkItem {
  return { kind: 'action', title, status: 'planned', reason: '', overdue, ...(dueOn ? { dueOn } : {}) };
}

test('what waits stands under when it is due, the seventh day is later', () => {
  const items = [
    item('late', '2026-02-27', true),
    item('today', '2026-02-28'),
    item('sixth day', '2026-03-06'),
    item('seventh day', '2026-03-07'),
    item('whenever'),
  ];
  expect(
    grouped(items, '2026-02-28').map(({ title, items: of }) => [title, ...of.map((one) => one.title)]),
  ).toEqual([
    ['Overdue', 'late'],
    ['This week', 'today', 'sixth day'],
    ['Later', 'seventh day'],
    ['No date', 'whenever'],
  ]);
});

test('groups in which nothing waits are left out', () => {
  expect(grouped([], '2026-02-28')).toEqual([]);
});
