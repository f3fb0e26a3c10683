import { TERMS, type Term } from './search';
import { startOf, yearFrom } from './years';

/** A point of a year at which pupils are assessed. */
export interface AssessmentPoint {
  year: string;
  term: Term;
}

/** As an address says it: 2025-autumn. */
export function codeOf({ year, term }: AssessmentPoint): string {
  return `${startOf(year)}-${term}`;
}

/** Reads it; nothing where it is none. */
export function pointFrom(code: string | undefined): AssessmentPoint | undefined {
  const [, year, word] = /^(\d{4})-([a-z]+)$/.exec(code ?? '') ?? [];
  const term = TERMS.find((one) => one === word);
  return year && term ? { year: yearFrom(Number(year)), term } : undefined;
}

/** As people say it: autumn 2025/2026. */
export function pointLabel({ year, term }: AssessmentPoint): string {
  return `${term.charAt(0).toUpperCase()}${term.slice(1)} ${year}`;
}

/** The points at which there are values, oldest first. */
export function pointsIn(rows: { academicYear: string; assessmentPoint: Term }[]): AssessmentPoint[] {
  const found = new Map(
    rows.map((row) => {
      const point = { year: row.academicYear, term: row.assessmentPoint };
      return [codeOf(point), point];
    }),
  );
  const place = ({ year, term }: AssessmentPoint) => startOf(year) * TERMS.length + TERMS.indexOf(term);
  return [...found.values()].sort((one, other) => place(one) - place(other));
}
