import { useState } from 'react';
import { dropDraft, hasDraft, keepDraft, readDraft } from './drafts';

/** What somebody is typing: it outlives a reload, a lost connection and an ended session, in this tab alone. */
export interface Draft<T> {
  typed: T;
  /** Whether it was typed on an earlier visit, and has not been saved since. */
  resumed: boolean;
  set: (next: T) => void;
  /** Forgets it: it is saved, or given up. */
  drop: () => void;
  /** Forgets it and begins again. */
  restart: () => void;
}

/** Keeps what is typed under a key, which names the person and the thing. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [resumed, setResumed] = useState(() => hasDraft(key));
  const [typed, setTyped] = useState<T>(() => ({ ...initial, ...readDraft(key) }));
  const drop = () => dropDraft(key);
  return {
    typed,
    resumed,
    set: (next) => {
      keepDraft(key, next);
      setTyped(next);
    },
    drop,
    restart: () => {
      drop();
      setTyped(initial);
      setResumed(false);
    },
  };
}
