import type { ExpertDetail, ExpertTerms } from '../api/types.gen';

/** A profile as somebody types it. */
export interface Typed {
  schoolUrn: string;
  about: string;
  specialisms: string[];
  designations: string[];
  daysPerTerm: string;
  beyondTrust: boolean;
  offering: boolean;
}

/** What a form begins with: the profile, or a school to begin in. */
export function typedOf(profile?: ExpertDetail, schoolUrn = ''): Typed {
  const expert = profile?.expert;
  return {
    schoolUrn: expert ? String(expert.schoolUrn ?? '') : schoolUrn,
    about: expert?.about ?? '',
    specialisms: expert?.specialisms.map(({ code }) => code) ?? [],
    designations: expert?.designations.map(({ code }) => code) ?? [],
    daysPerTerm: expert ? String(expert.capacity.offered) : '',
    beyondTrust: expert?.beyondTrust ?? false,
    offering: expert?.offering ?? true,
  };
}

/** What is sent of it; what is no number goes as it was typed, so that the answer says so. */
export function bodyOf({ schoolUrn, daysPerTerm, ...rest }: Typed): Omit<ExpertTerms, 'schoolUrn'> & {
  schoolUrn: number | null;
} {
  const amount = Number(daysPerTerm.trim() || Number.NaN);
  return {
    ...rest,
    schoolUrn: schoolUrn ? Number(schoolUrn) : null,
    daysPerTerm: Number.isNaN(amount) ? (daysPerTerm as unknown as number) : amount,
  };
}

/** Whether what was confirmed is different, so that it has to be confirmed again. */
export function confirmsAgain(before: Typed, after: Typed): boolean {
  const same = (some: string[], others: string[]) =>
    some.length === others.length && some.every((one) => others.includes(one));
  return !(
    same(before.specialisms, after.specialisms) &&
    same(before.designations, after.designations) &&
    Number(before.daysPerTerm) === Number(after.daysPerTerm) &&
    before.beyondTrust === after.beyondTrust &&
    before.schoolUrn === after.schoolUrn
  );
}
