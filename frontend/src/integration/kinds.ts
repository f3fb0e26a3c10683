/** The kinds of rows that a machine can send, as people say them. */
export const KINDS: Record<string, string> = {
  pupils: 'Pupils',
  'assessment-results': 'Results',
  'assessment-result-deletions': 'Removal of results',
  attendance: 'Attendance',
  suspensions: 'Suspensions',
  'measure-values': 'Surveys, staff and other values',
  ctf: 'Common Transfer Files',
};

/** A kind of rows as people say it. */
export function kindLabel(kind: string): string {
  return KINDS[kind] ?? kind;
}
