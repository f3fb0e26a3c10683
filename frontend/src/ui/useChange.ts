import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from './problem';

const USED = 'urn:uplift:problem:idempotency-key-reused';

/**
 * Sends a change once at a time, and keeps what was answered when it did not work. What creates sends the key that it is
 * given: the same until it has worked, so that pressing again makes nothing twice.
 */
export function useChange(): {
  busy: boolean;
  problem: Problem | null;
  run: (work: (key: string) => Promise<void>) => Promise<void>;
  clear: () => void;
} {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
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
        await work(key);
        setKey(crypto.randomUUID());
      } catch (cause) {
        const answer = cause instanceof Problem ? cause : new Problem(-1, 'Something went wrong', '');
        const used = answer.members.type === USED;
        setProblem(used ? arrived() : answer);
        if (answer.status === 404 || answer.status === 412 || used) {
          // What is shown is older than what is there.
          queries.invalidateQueries();
        }
      } finally {
        setBusy(false);
      }
    },
  };
}

/** The answer to what was sent first was lost, and something else has been typed since. */
function arrived(): Problem {
  return new Problem(
    409,
    'It has been saved already',
    'What you sent first has arrived, although its answer has not. Cancel this form, and change it where it stands.',
  );
}
