import type { Fields } from './fields';

/** What is written in a draft and not yet saved, as this device keeps it. */
export interface Kept {
  /** What was stored when it was last read or saved, and its version. */
  base: Fields;
  version: number;
  mine: Fields;
  theirs: Fields;
}

const PREFIX = 'uplift.checkpoint ';

const keyOf = (person: string, checkpoint: string) => `${PREFIX}${person} ${checkpoint}`;

/** Keeps it, for the person who writes, until it is saved: closing the window does not lose it. */
export function keep(person: string, checkpoint: string, kept: Kept): void {
  localStorage.setItem(keyOf(person, checkpoint), JSON.stringify(kept));
}

/** Forgets it: it is saved, or given up. */
export function forget(person: string, checkpoint: string): void {
  localStorage.removeItem(keyOf(person, checkpoint));
}

/** What waits here; nothing where there is nothing that can be read. */
export function kept(person: string, checkpoint: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person, checkpoint)) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
