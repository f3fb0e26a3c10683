import type { Decision, DelegationBody } from '../api/types.gen';

/** What is decided, as the scheme calls it. */
export const DECISIONS: Record<Decision, string> = {
  'school-cycle': 'Plan of a school',
  'trust-cycle': 'Plan of the trust',
  'need-by-one-level': 'Need level moderated by one level',
  'need-by-two-levels': 'Need level moderated by two levels',
  'high-concern-closed': 'High concern closed',
  'critical-concern-closed': 'Critical concern closed',
};

/** Who decides or recommends. */
export const BODIES: Record<DelegationBody, string> = {
  headteacher: 'Headteacher',
  'trust-leader': 'Trust leader',
  'second-trust-leader': 'Second trust leader',
  'trust-board': 'Trust board',
};
