import type { Decision, DelegationBody, DelegationRule } from '../api/types.gen';
import { number } from '../ui/format';

/** What is decided, as the scheme calls it. */
export const DECISIONS: Record<Decision, string> = {
  'school-cycle': 'Plan of a school',
  'trust-cycle': 'Plan of the trust',
  'need-by-one-level': 'Need level moderated by one level',
  'need-by-two-levels': 'Need level moderated by two levels',
  'high-concern-closed': 'High concern closed',
  'critical-concern-closed': 'Critical concern closed',
  'internal-commission': 'Support from inside the trust',
  'external-commission': 'Support from an external partner',
};

/** Who decides or recommends. */
export const BODIES: Record<DelegationBody, string> = {
  headteacher: 'Headteacher',
  'trust-leader': 'Trust leader',
  'second-trust-leader': 'Second trust leader',
  'academy-committee': 'Academy Development Committee',
  'trust-board': 'Trust board',
};

/** Bodies as one text. */
export function bodies(all: DelegationBody[]): string {
  return all.map((body) => BODIES[body]).join(', ') || '–';
}

/** What a line of the scheme is on, up to what it may cost; among the lines of a day also from where. */
export function lineOf({ decision, upTo }: DelegationRule, among: DelegationRule[] = []): string {
  const below = among.filter((one) => one.decision === decision).flatMap((one) => one.upTo ?? []);
  const amount =
    upTo != null
      ? `, up to £${number(upTo)}`
      : below.length > 0
        ? `, above £${number(Math.max(...below))}`
        : '';
  return DECISIONS[decision] + amount;
}
