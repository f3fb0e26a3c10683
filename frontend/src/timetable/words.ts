import type { OccurrenceStatus, OccurrenceSummary, TermName, YearPlan } from '../api/types.gen';
import { today, words } from '../ui/format';
import type { Tone } from '../ui/Pill';

/** How each status is shown: a word, and a tone that has its own sign. */
export const STATUS: Record<OccurrenceStatus, { label: string; tone: Tone }> = {
  planned: { label: 'Planned', tone: 'calm' },
  done: { label: 'Done', tone: 'good' },
  overdue: { label: 'Overdue', tone: 'warn' },
  missed: { label: 'Missed', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'calm' },
};

export const STATUSES = Object.keys(STATUS) as OccurrenceStatus[];

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const LONG = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** 12 Nov. */
export const shortDay = (day: string) => SHORT.format(at(day));

/** Thursday 12 November 2026. */
export const longDay = (day: string) => LONG.format(at(day)).replace(',', '');

/** From when to when: 09:00 to 12:00; nothing where it takes the day. */
export function hours(startsAt: string | null | undefined, minutes: number | null | undefined): string {
  if (!startsAt) {
    return '';
  }
  const start = startsAt.slice(0, 5);
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const end = hour * 60 + minute + (minutes ?? 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${start} to ${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`;
}

/** What it is called: its type, and what more is said. */
export function called({ typeLabel, title }: Pick<OccurrenceSummary, 'typeLabel' | 'title'>): string {
  return title ? `${typeLabel}: ${title}` : typeLabel;
}

/** Where it is: in a school, or of the trust. */
export function placeOf({ schoolUrn, schoolName }: Pick<OccurrenceSummary, 'schoolUrn' | 'schoolName'>) {
  return schoolUrn ? (schoolName ?? `School ${schoolUrn}`) : 'The trust';
}

/** Whether a type can be planned on a day. */
export const inUse = ({ validUntil }: { validUntil?: string | null | undefined }, on = today()) =>
  !validUntil || validUntil > on;

type Half = YearPlan['halves'][number];

/** Autumn 1, Autumn 2, Spring 1 … */
export const halfLabel = ({ term, half }: { term: TermName; half: number }) => `${words(term)} ${half}`;

/** In which half-term a day is; days of holidays count to the half-term before them. */
export function halfOf(halves: Half[], day: string): number {
  const after = halves.findIndex((half) => half.firstDay > day);
  return after < 0 ? halves.length - 1 : Math.max(0, after - 1);
}
