/** What a form says, without what it leaves open: null goes in a change, and is not sent of something new. */
export function present<T extends object>(typed: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
