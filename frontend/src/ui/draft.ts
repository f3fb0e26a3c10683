import { useState } from 'react';

const PREFIX = 'uplift.draft ';

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

/** Whether something typed under this key waits. */
export function hasDraft(key: string): boolean {
  return sessionStorage.getItem(PREFIX + key) !== null;
}

/** Forgets everything typed, when somebody signs out. */
export function dropDrafts(): void {
  for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX))) {
    sessionStorage.removeItem(key);
  }
}

/** Keeps what is typed under a key, which names the person and the thing. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [resumed, setResumed] = useState(() => hasDraft(key));
  const [typed, setTyped] = useState<T>(() => read(key, initial));
  const drop = () => sessionStorage.removeItem(PREFIX + key);
  return {
    typed,
    resumed,
    set: (next) => {
      sessionStorage.setItem(PREFIX + key, JSON.stringify(next));
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

function read<T extends object>(key: string, initial: T): T {
  try {
    return { ...initial, ...JSON.parse(sessionStorage.getItem(PREFIX + key) ?? '{}') };
  } catch {
    return initial;
  }
}
