import type { OwnTermDates, Term, TermDates } from '../api/types.gen';
import { day, words } from '../ui/format';
import { Problem } from '../ui/problem';

/** What a day is for a school. */
export type Kind = 'school' | 'half-term' | 'holiday' | 'bank-holiday' | 'closed' | 'weekend';

/** What each kind is called, and the sign by which it is told without its colour. */
export const KINDS: Record<Kind, { label: string; sign: string }> = {
  school: { label: 'School day', sign: '' },
  'half-term': { label: 'Half-term', sign: 'H' },
  'bank-holiday': { label: 'Bank holiday', sign: 'B' },
  closed: { label: 'Closed day', sign: 'C' },
  holiday: { label: 'Holiday', sign: '' },
  weekend: { label: 'Weekend', sign: '' },
};

export const TERMS = ['autumn', 'spring', 'summer'] as const;
export type TermName = (typeof TERMS)[number];

/** The days of a term, as they are called in a form. */
export const DAYS: Record<keyof Term, string> = {
  firstDay: 'First day',
  lastDay: 'Last day',
  halfTermFirstDay: 'First day of half-term',
  halfTermLastDay: 'Last day of half-term',
};

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MS = 86_400_000;

function date(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function startOf(year: string): number {
  return Number(year.slice(0, 4));
}

/** A month as it hangs on a wall: its weeks from Monday, days of other months left out. */
export interface Month {
  label: string;
  weeks: (string | null)[][];
}

/** The months of an academic year, September to August. */
export function monthsOf(year: string): Month[] {
  return Array.from({ length: 12 }, (_, at) => {
    const first = Date.UTC(startOf(year), 8 + at, 1);
    const after = Date.UTC(startOf(year), 9 + at, 1);
    const blank = (new Date(first).getUTCDay() + 6) % 7;
    const days: (string | null)[] = Array.from({ length: blank }, () => null);
    for (let time = first; time < after; time += MS) {
      days.push(date(time));
    }
    const weeks: (string | null)[][] = [];
    for (let from = 0; from < days.length; from += 7) {
      weeks.push(Array.from({ length: 7 }, (_, of) => days[from + of] ?? null));
    }
    return { label: MONTH.format(first), weeks };
  });
}

/** Says what each day is, from what holds in a year; which days are school days, the service has said. */
export function calendarOf(dates: TermDates): (day: string) => { kind: Kind; label: string } {
  const school = new Set(dates.schoolDays);
  const holidays = new Map(dates.bankHolidays.map((holiday) => [holiday.date, holiday.label]));
  const closed = new Map(dates.closedDays.map((one) => [one.date, one.label]));
  const breaks: Term[] = Object.values(dates.terms ?? {});
  return (at) => {
    if (school.has(at)) {
      return { kind: 'school', label: KINDS.school.label };
    }
    const holiday = holidays.get(at);
    if (holiday) {
      return { kind: 'bank-holiday', label: `Bank holiday, ${holiday}` };
    }
    if ([0, 6].includes(new Date(`${at}T00:00:00Z`).getUTCDay())) {
      return { kind: 'weekend', label: KINDS.weekend.label };
    }
    if (breaks.some((term) => at >= term.halfTermFirstDay && at <= term.halfTermLastDay)) {
      return { kind: 'half-term', label: KINDS['half-term'].label };
    }
    const why = closed.get(at);
    return why
      ? { kind: 'closed', label: `Closed day, ${why}` }
      : { kind: 'holiday', label: KINDS.holiday.label };
  };
}

/** How many school days a term has. */
export function schoolDaysIn(term: Term, schoolDays: string[]): number {
  return schoolDays.filter((at) => at >= term.firstDay && at <= term.lastDay).length;
}

/** From one day to another, the year said once where it is the same: 26 Oct to 30 Oct 2026. */
export function span(from: string, until: string): string {
  const [first, last] = [day(from), day(until)];
  return from.slice(0, 4) === until.slice(0, 4) ? `${first.slice(0, -5)} to ${last}` : `${first} to ${last}`;
}

/** The years to choose among: five that are over, the present one and the next, and the one that is shown. */
export function yearsAround(present: string, shown: string): string[] {
  const years = Array.from({ length: 7 }, (_, at) => startOf(present) + 1 - at);
  return [...new Set([...years, startOf(shown)])]
    .sort((one, other) => other - one)
    .map((start) => `${start}/${start + 1}`);
}

/** What somebody types: terms of its own, when they are wanted, and closed days in the order in which they were added. */
export interface Typed {
  own: boolean;
  terms: Record<TermName, Term>;
  closed: { date: string; label: string }[];
}

const NO_TERM: Term = { firstDay: '', halfTermFirstDay: '', halfTermLastDay: '', lastDay: '' };

/** Whether they are those of the trust, which has none above it. */
export function isTrust({ schoolUrn, localAuthorityCode }: TermDates): boolean {
  return schoolUrn == null && localAuthorityCode == null;
}

/** What a form begins with: a school that takes terms of its own begins with those that hold there now. */
export function typedOf(dates: TermDates): Typed {
  const terms = dates.terms;
  return {
    own: dates.ownTerms || isTrust(dates),
    terms: {
      autumn: { ...(terms?.autumn ?? NO_TERM) },
      spring: { ...(terms?.spring ?? NO_TERM) },
      summer: { ...(terms?.summer ?? NO_TERM) },
    },
    closed: dates.closedDays.filter((one) => one.own).map(({ date, label }) => ({ date, label })),
  };
}

/** Whether nothing is typed for any term; then there are none. */
function isBlank(typed: Typed): boolean {
  return TERMS.every((name) => Object.values(typed.terms[name]).every((at) => at === ''));
}

/** What is sent: what was left out is left out, so that everything that is needed is asked for at once. */
export function sent({ own, terms, closed }: Typed): OwnTermDates {
  const filled = <T extends object>(fields: T) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as T;
  return {
    terms:
      own && !isBlank({ own, terms, closed })
        ? { autumn: filled(terms.autumn), spring: filled(terms.spring), summer: filled(terms.summer) }
        : undefined,
    closedDays: closed.map(filled),
  };
}

/** The terms in a few words, to be compared with those of somebody else. */
export function termWords(typed: Typed, name: TermName): string {
  const term = typed.terms[name];
  return typed.own && !isBlank(typed)
    ? `${day(term.firstDay)} to ${day(term.lastDay)}, half-term ${day(term.halfTermFirstDay)} to ${day(term.halfTermLastDay)}`
    : 'None of its own';
}

/** The closed days in a few words. */
export function closedWords(typed: Typed): string {
  return typed.closed.map((one) => `${day(one.date)}, ${one.label}`).join('; ');
}

/** The same problem in the words of the form, where something that is needed was left out. */
export function told(problem: Problem | null): Problem | null {
  return (
    problem &&
    new Problem(
      problem.status,
      problem.title,
      problem.detail,
      problem.errors.map((error) =>
        ['not-null', 'not-blank', 'wrong-type'].includes(error.code)
          ? { ...error, message: needed(error.path) }
          : error,
      ),
      problem.members,
    )
  );
}

function needed(path: string): string {
  const [, list, name = '', field = ''] = path.split('/');
  return list === 'terms'
    ? `${words(name)} term: ${(DAYS[field as keyof Term] ?? 'the dates').toLowerCase()} is needed.`
    : field === 'label'
      ? 'Say why the day is closed.'
      : 'Say on which day.';
}
