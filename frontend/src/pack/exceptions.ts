import type { PackException, PackExceptionKind, PackPriority, TargetStatus } from '../api/types.gen';
import { STATUS, worstFirst } from '../target/status';
import { lower } from '../ui/format';

/** What needs the committee, by why it does, in the order in which it is told. */
export function byKind(exceptions: PackException[]): { kind: PackExceptionKind; of: PackException[] }[] {
  const groups = new Map<PackExceptionKind, PackException[]>();
  for (const exception of exceptions) {
    groups.set(exception.kind, [...(groups.get(exception.kind) ?? []), exception]);
  }
  return [...groups].map(([kind, of]) => ({ kind, of }));
}

/** Where something is that needs the committee. */
export function whereOf({ kind, schoolName }: PackException): string {
  const own = kind === 'challenge-overdue' || kind === 'action-overdue';
  return schoolName ?? (own ? 'The committee' : 'The trust');
}

/** How many things need the committee, in words. */
export function howMany(exceptions: number): string {
  return exceptions === 0
    ? 'Nothing stands out'
    : exceptions === 1
      ? 'One thing needs the committee'
      : `${exceptions} things need the committee`;
}

/** Why something stands where it does, without the measure that its title names already. */
export function whyBeside(title: string, why: string): string {
  let same = 0;
  while (same < title.length && title[same] === why[same]) {
    same++;
  }
  const rest = why.slice(same).replace(/^( \([^)]*\))?: /, '');
  return same > 0 && rest.length < why.length - same ? rest.charAt(0).toUpperCase() + rest.slice(1) : why;
}

/** How the targets and milestones of a plan stand, by number: 2 off track, 3 on track. */
export function tally(priorities: PackPriority[]): string {
  const counts = new Map<TargetStatus, number>();
  const standing = priorities.flatMap(({ targets, milestones }) => [...targets, ...milestones]);
  for (const { status } of standing.toSorted(worstFirst)) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => `${count} ${lower(STATUS[status].label)}`).join(', ');
}
