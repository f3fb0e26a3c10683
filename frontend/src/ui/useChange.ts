import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from './problem';

/** Sends a change once at a time, and keeps what was answered when it did not work. */
export function useChange(): {
  busy: boolean;
  problem: Problem | null;
  run: (work: () => Promise<void>) => Promise<void>;
  clear: () => void;
} {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    busy,
    problem,
    clear: () => setProblem(null),
    run: async (work) => {
      if (busy) {
        return;
      }
      setBusy(true);
      setProblem(null);
      try {
        await work();
      } catch (cause) {
        const answer = cause instanceof Problem ? cause : new Problem(-1, 'Something went wrong', '');
        setProblem(answer);
        if (answer.status === 404 || answer.status === 412) {
          // What is shown is older than what is there.
          queries.invalidateQueries();
        }
      } finally {
        setBusy(false);
      }
    },
  };
}
