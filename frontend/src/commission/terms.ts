import type { TermName } from '../api/types.gen';
import { words } from '../ui/format';

/** A term of an academic year, as it is counted for days of support: August belongs to the summer term. */
export interface Term {
  academicYear: string;
  term: TermName;
}

const NAMES: TermName[] = ['autumn', 'spring', 'summer'];

/** The term that a day falls in. */
export function termOf(day: string): Term {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const start = month >= 9 ? year : year - 1;
  const name = month >= 9 ? 'autumn' : month <= 3 ? 'spring' : 'summer';
  return { academicYear: `${start}/${start + 1}`, term: name };
}

/** The last day of a term. */
export function endOf({ academicYear, term }: Term): string {
  const start = Number(academicYear.slice(0, 4));
  return term === 'autumn'
    ? `${start}-12-31`
    : term === 'spring'
      ? `${start + 1}-03-31`
      : `${start + 1}-08-31`;
}

/** Every term from one day to another, six at most. */
export function termsBetween(first: string, last: string): Term[] {
  if (!first || !last || last < first) {
    return [];
  }
  const found: Term[] = [];
  let next = termOf(first);
  while (found.length < 6) {
    found.push(next);
    if (endOf(next) >= last) {
      break;
    }
    next = after(next);
  }
  return found;
}

function after({ academicYear, term }: Term): Term {
  const at = NAMES.indexOf(term);
  const start = Number(academicYear.slice(0, 4));
  return at < 2
    ? { academicYear, term: NAMES[at + 1] ?? 'summer' }
    : { academicYear: `${start + 1}/${start + 2}`, term: 'autumn' };
}

/** A term as people say it: Spring 2026/2027. */
export function termWords({ academicYear, term }: Term): string {
  return `${words(term)} ${academicYear}`;
}
