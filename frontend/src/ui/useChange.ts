import { useState } from 'react';
import { Problem } from './problem';

/** Sends a change once at a time, and keeps what was answered when it did not work. */
export function useChange(): {
  busy: boolean;
  problem: Problem | null;
  run: (work: () => Promise<void>) => Promise<void>;
  clear: () => void;
} {
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
        setProblem(cause instanceof Problem ? cause : new Problem(-1, 'Something went wrong', ''));
      } finally {
        setBusy(false);
      }
    },
  };
}
