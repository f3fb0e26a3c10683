/** The kinds of rows that a machine can send, as people say them. */
export const KINDS: Record<string, string> = {
  pupils: 'Pupils',
  'assessment-results': 'Results',
  attendance: 'Attendance',
  suspensions: 'Suspensions',
  'measure-values': 'Surveys, staff and other values',
  ctf: 'Common Transfer Files',
  'assessment-result-deletions': 'Removal of results',
};

/** A kind of rows as people say it. */
export function kindLabel(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Kinds in the order in which a new trust needs them. */
export function inOrder<Of extends { kind: string }>(kinds: Of[]): Of[] {
  const codes = Object.keys(KINDS);
  return [...kinds].sort((one, other) => codes.indexOf(one.kind) - codes.indexOf(other.kind));
}
