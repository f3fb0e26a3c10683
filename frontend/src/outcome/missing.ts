import type { Measure, Outcome } from '../api/types.gen';
import type { Blank } from '../ui/LineChart';
import { MEANING } from './meaning';
import { startOf, yearFrom } from './years';

/** Academic years next to each other without a value, for one reason. */
export interface Missing {
  from: string;
  to: string;
  reason: string;
}

/** Which of the years that are shown have no value, and why. Before the first row only what the catalogue explains is missing. */
export function missingYears(
  years: string[],
  rows: Pick<Outcome, 'academicYear' | 'value' | 'display'>[],
  measure: Pick<Measure, 'gaps'> | undefined,
): Missing[] {
  const missing: Missing[] = [];
  const first = Math.min(...rows.map((row) => startOf(row.academicYear)));
  for (const year of years) {
    const own = rows.filter((row) => row.academicYear === year);
    if (own.some((row) => row.value != null)) {
      continue;
    }
    const gap = measure?.gaps.find((one) => one.from <= year && year <= one.to);
    const reason = gap?.reason ?? shortly(own[0]?.display) ?? 'No value has come in for this year';
    if (!gap && own.length === 0 && startOf(year) < first) {
      continue;
    }
    const before = missing.at(-1);
    if (before?.reason === reason && startOf(before.to) + 1 === startOf(year)) {
      before.to = year;
    } else {
      missing.push({ from: year, to: year, reason });
    }
  }
  return missing;
}

/** What a symbol means, without the reason for it. */
function shortly(symbol: string | undefined): string | undefined {
  return symbol && MEANING[symbol]?.replace(/,.*/, '');
}

/** The years, as one says them. */
export function inWords({ from, to }: Missing): string {
  return from === to ? from : `${from} to ${to}`;
}

/** The single years. */
export function eachYear({ from, to }: Missing): string[] {
  return Array.from({ length: startOf(to) - startOf(from) + 1 }, (_, at) => yearFrom(startOf(from) + at));
}

/** The time that stays empty in a chart: half a year around the summers in which values would have come. */
export function blankOf({ from, to }: Missing): Blank {
  return { from: `${startOf(from) + 1}-02-01`, to: `${startOf(to) + 2}-01-31` };
}
