import type { Action, Milestone, Priority, Target } from '../api/types.gen';
import { nameOf as nameOfTarget } from '../target/status';

/** What a part of a cycle is called before a checkpoint that looks at it is saved. */
export function nameOf(
  reference: string,
  priorities: Priority[],
  targets: (Target | Milestone)[],
  actions: Action[],
): string {
  const target = targets.find(({ id }) => id === reference);
  return (
    priorities.find(({ id }) => id === reference)?.title ??
    actions.find(({ id }) => id === reference)?.title ??
    (target ? nameOfTarget(target) : 'A part of the cycle')
  );
}
