import type { Priority, Target } from '../api/types.gen';
import { pupilsOf } from '../target/status';

/** What a part of a cycle is called before a checkpoint that looks at it is saved. */
export function nameOf(reference: string, priorities: Priority[], targets: Target[]): string {
  const target = targets.find(({ id }) => id === reference);
  return (
    priorities.find(({ id }) => id === reference)?.title ??
    (target ? `${target.measureLabel}, ${pupilsOf(target)}` : 'A part of the cycle')
  );
}
