import type { Designation, Expert, ExpertCapacity, Specialism } from '../api/types.gen';
import { daysOf, number, words } from '../ui/format';
import type { Tone } from '../ui/Pill';

/** How a profile stands. */
export function standingOf(expert: Pick<Expert, 'confirmedOn' | 'offering' | 'schoolUrn'>): {
  label: string;
  tone: Tone;
} {
  if (!expert.offering) {
    return { label: 'Offers nothing now', tone: 'calm' };
  }
  return expert.confirmedOn
    ? { label: 'Confirmed', tone: 'good' }
    : { label: `Waits for ${expert.schoolUrn ? 'its head' : 'a trust leader'}`, tone: 'warn' };
}

/** Where somebody works. */
export function placeOf({ schoolUrn, schoolName }: Pick<Expert, 'schoolUrn' | 'schoolName'>): string {
  return schoolUrn ? (schoolName ?? `School ${schoolUrn}`) : 'The trust';
}

/** What is left of what is offered: 4 of 6 days left. */
export function daysLeft({ offered, free }: Pick<ExpertCapacity, 'offered' | 'free'>): string {
  if (free < 0) {
    return `${daysOf(-free)} more promised than offered`;
  }
  return offered === 0 ? 'No days' : `${number(free)} of ${daysOf(offered)} left`;
}

/** A term of a year: Autumn 2026/2027. */
export function termOf({ term, academicYear }: Pick<ExpertCapacity, 'term' | 'academicYear'>): string {
  return `${words(term)} ${academicYear}`;
}

/** Specialisms with those of their area, in the order of the list. */
export function byArea(specialisms: Specialism[]): [string, Specialism[]][] {
  const areas = [...new Set(specialisms.map(({ area }) => area))];
  return areas.map((area) => [area, specialisms.filter((one) => one.area === area)]);
}

/** What can be chosen today, and what is chosen already. */
export function choosable<C extends Specialism | Designation>(codes: C[], chosen: string[], on: string): C[] {
  return codes.filter(
    ({ code, validFrom, validUntil }) =>
      chosen.includes(code) || (validFrom <= on && (!validUntil || on < validUntil)),
  );
}

/** How evenly a burden is shared, in words. */
export function evenness(unevenness: number): string {
  if (unevenness <= 0.2) {
    return 'nearly everybody gives the same share of what they offer';
  }
  return unevenness <= 0.5
    ? 'some give a clearly larger share of what they offer than others'
    : 'a few give most, and many give little or nothing';
}
