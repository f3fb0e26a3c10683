import type { WorkItem } from '../api/types.gen';

const GROUPS = ['Overdue', 'This week', 'Later', 'No date'] as const;
const DAYS_OF_WEEK = 7;

/** Under which heading something waits: what is due within seven days is due this week. */
function groupOf({ overdue, dueOn }: WorkItem, today: string): (typeof GROUPS)[number] {
  if (overdue) {
    return 'Overdue';
  }
  if (!dueOn) {
    return 'No date';
  }
  const end = new Date(`${today}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + DAYS_OF_WEEK);
  return dueOn < end.toISOString().slice(0, 10) ? 'This week' : 'Later';
}

/** What waits, by when; groups in which nothing waits are left out. */
export function grouped(items: WorkItem[], today: string): { title: string; items: WorkItem[] }[] {
  return GROUPS.map((title) => ({
    title,
    items: items.filter((item) => groupOf(item, today) === title),
  })).filter((group) => group.items.length > 0);
}
