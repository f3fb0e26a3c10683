import type { Head } from './head';
import type { Mapping } from './mapping';

/** A file as it was chosen, and what was said about it. */
export interface Held {
  file: File;
  head: Head;
  mapping: Mapping | null;
}

const held = new Map<string, Held>();

/** Keeps hold of the file of a job while this window is open, so that its rejected rows can be taken out of it. */
export function hold(jobId: string, what: Held): void {
  held.set(jobId, what);
}

export function heldOf(jobId: string): Held | undefined {
  return held.get(jobId);
}
