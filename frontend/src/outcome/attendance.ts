import type { Outcome, School } from '../api/types.gen';
import { COHORTS } from './cohorts';

/** What is counted of who is not there, each from the start of a year on and for a term alone. */
export const ABSENCES = {
  overall: { label: 'Absence', code: 'ATT_OVERALL_ABSENCE' },
  persistent: { label: 'Persistent absence', code: 'ATT_PERSISTENT_ABSENCE' },
  severe: { label: 'Severe absence', code: 'ATT_SEVERE_ABSENCE' },
  suspensions: { label: 'Suspensions', code: 'SUSPENSION_RATE' },
} as const;

export type Absence = keyof typeof ABSENCES;

/** In the order in which they are shown. */
export const EVERY_ABSENCE = Object.keys(ABSENCES) as Absence[];

/** The measure of an absence: of years, or of terms alone. */
export function codeOf(absence: Absence, byTerm: boolean): string {
  return ABSENCES[absence].code + (byTerm ? '_TERM' : '');
}

/** What the address of the page can say. */
export interface AttendanceSearch {
  group?: string | undefined;
  cohort?: string | undefined;
  by?: 'term' | undefined;
  years?: 'all' | undefined;
  of?: Absence | undefined;
  view?: 'table' | 'gap' | undefined;
  compare?: string | undefined;
  /** The academic year of which every group is shown. */
  year?: string | undefined;
}

/** Reads the address; what it can't say counts as not said. */
export function attendanceSearch(raw: Record<string, unknown>): AttendanceSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    group: text(raw.group),
    cohort: COHORTS.find((cohort) => cohort === String(raw.cohort)),
    by: raw.by === 'term' ? 'term' : undefined,
    years: raw.years === 'all' ? 'all' : undefined,
    of: EVERY_ABSENCE.find((absence) => absence === raw.of),
    view: (['table', 'gap'] as const).find((view) => view === raw.view),
    compare: text(raw.compare),
    year: /^\d{4}\/\d{4}$/.test(String(raw.year)) ? String(raw.year) : undefined,
  };
}

/** Of each year and group the value that reaches furthest into it: at its end, or so far. */
export function lastOfYears(rows: Outcome[]): Outcome[] {
  const last = new Map<string, Outcome>();
  for (const row of rows) {
    const key = `${row.measureCode} ${row.academicYear} ${row.pupilGroup}`;
    const known = last.get(key);
    if (!known || known.date < row.date) {
      last.set(key, row);
    }
  }
  return rows.filter((row) => [...last.values()].includes(row));
}

/** A year or a term, with what was counted in it. */
export interface Period {
  key: string;
  academicYear: string;
  term: Outcome['assessmentPoint'];
  values: Partial<Record<Absence, Outcome>>;
}

/** The years or terms, newest first. */
export function periodsOf(rows: Outcome[], byTerm: boolean): Period[] {
  const periods = new Map<string, Period>();
  for (const row of byTerm ? rows : lastOfYears(rows)) {
    const absence = EVERY_ABSENCE.find((one) => codeOf(one, byTerm) === row.measureCode);
    const key = byTerm ? `${row.academicYear} ${row.assessmentPoint}` : row.academicYear;
    const period = periods.get(key) ?? {
      key,
      academicYear: row.academicYear,
      term: row.assessmentPoint,
      values: {},
    };
    if (absence) {
      period.values[absence] = row;
      periods.set(key, period);
    }
  }
  return [...periods.values()].sort((one, other) => dateOf(other).localeCompare(dateOf(one)));
}

/** The last day that a period tells of. */
export function dateOf({ values }: Period): string {
  return (
    Object.values(values)
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  );
}

/** The year groups of a school by the ages of its pupils, and all of them together. */
export function cohortsByAge({ lowAge, highAge }: Pick<School, 'lowAge' | 'highAge'>): string[] {
  const youngest = COHORTS.indexOf('R') + Math.max((lowAge ?? 0) - 4, -2);
  const oldest = COHORTS.indexOf('R') + (highAge ?? 0) - 5;
  return lowAge == null || highAge == null ? ['ALL'] : ['ALL', ...COHORTS.slice(youngest, oldest + 1)];
}
