import type { Outcome } from '../api/types.gen';

const MEANING: Record<string, string> = {
  c: 'c: suppressed, because it is about five pupils or fewer, or such a number could be worked out from it',
  z: 'z: does not apply',
  x: 'x: not available',
  low: 'low: more than nothing, and rounds to it',
};

/** What the letters mean that stand in place of values. */
export function Symbols({ rows }: { rows: Outcome[] }) {
  const used = Object.keys(MEANING).filter((symbol) => rows.some((row) => row.display === symbol));
  if (used.length === 0) {
    return null;
  }
  return <p className="soft small">{used.map((symbol) => MEANING[symbol]).join(' · ')}</p>;
}
