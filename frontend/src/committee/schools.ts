import type { CommitteeSchool } from '../api/types.gen';

/** The schools that a committee looks after on a day. */
export function onDay<S extends CommitteeSchool>(schools: S[], day: string): S[] {
  return schools.filter(({ from, until }) => from <= day && (!until || until > day));
}

/**
 * The schools of a committee when it is to look after the wanted ones from a day on: those that go end on it, those that come
 * begin on it, and what was before stays.
 */
export function lookingAfter(schools: CommitteeSchool[], wanted: number[], day: string): CommitteeSchool[] {
  const now = onDay(schools, day);
  const come = wanted.filter((urn) => !now.some(({ schoolUrn }) => schoolUrn === urn));
  return [
    ...schools
      .filter(({ schoolUrn, from }) => from <= day || !come.includes(schoolUrn))
      .map((one) => {
        const goes = now.includes(one) && !wanted.includes(one.schoolUrn);
        const until = goes ? day : one.until;
        return { schoolUrn: one.schoolUrn, from: one.from, ...(until && { until }) };
      })
      .filter(({ from, until }) => !until || until > from),
    ...come.map((schoolUrn) => ({ schoolUrn, from: day })),
  ];
}
