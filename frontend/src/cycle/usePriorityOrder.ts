import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { priorityResourceOrder } from '../api/sdk.gen';
import type { Cycle, Plan } from '../api/types.gen';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { planKey } from './usePlan';

/** Puts the priorities of a cycle in another order, shown at once, and says where each went. */
export function usePriorityOrder(cycle: Cycle | undefined, plan: Plan | undefined) {
  const queries = useQueryClient();
  const change = useChange();
  const [said, setSaid] = useState('');
  const move = (id: string, to: number) => {
    const before = plan?.priorities ?? [];
    const moved = before.find(({ priority }) => priority.id === id);
    if (!cycle || !moved || to < 0 || to >= before.length || before[to] === moved || change.busy) {
      return;
    }
    const priorities = before.filter((one) => one !== moved).toSpliced(to, 0, moved);
    change.run(async () => {
      queries.setQueryData<Plan>(planKey(cycle.id), { priorities });
      try {
        const changed = await answered(
          priorityResourceOrder({
            path: { id: cycle.id },
            headers: { 'If-Match': `"${cycle.version}"` },
            body: { priorityIds: priorities.map(({ priority }) => priority.id) },
          }),
        );
        queries.setQueryData(['cycle', cycle.id], changed);
        setSaid(`“${moved.priority.title}” is now ${to + 1} of ${before.length}.`);
      } finally {
        // Not waited for: the next move can come at once.
        queries.invalidateQueries();
      }
    });
  };
  return { move, said, problem: change.problem };
}
