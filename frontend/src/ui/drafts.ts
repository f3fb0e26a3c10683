const PREFIX = 'uplift.draft ';

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

/** Keeps what is typed. */
export function keepDraft(key: string, typed: object): void {
  sessionStorage.setItem(PREFIX + key, JSON.stringify(typed));
}

/** Forgets what was typed. */
export function dropDraft(key: string): void {
  sessionStorage.removeItem(PREFIX + key);
}

/** What was typed; nothing where there is nothing that can be read. */
export function readDraft(key: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? '{}');
  } catch {
    return {};
  }
}
