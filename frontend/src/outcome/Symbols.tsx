import { MEANING } from './meaning';

/** What the letters mean that stand in place of values. */
export function Symbols({ rows }: { rows: { display: string }[] }) {
  const used = Object.keys(MEANING).filter((symbol) => rows.some((row) => row.display === symbol));
  if (used.length === 0) {
    return null;
  }
  return <p className="soft small">{used.map((symbol) => MEANING[symbol]).join(' · ')}</p>;
}
