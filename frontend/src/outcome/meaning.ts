/** What the letters mean that stand in place of values. */
export const MEANING: Record<string, string> = {
  c: 'Suppressed (c), because it is about five pupils or fewer, or such a number could be worked out from it',
  z: 'Does not apply (z)',
  x: 'Not available (x)',
  low: 'More than nothing, and rounds to it (low)',
};
