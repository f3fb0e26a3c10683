import type { Trouble, WebhookKind } from '../api/types.gen';

/** The kinds of things that a webhook can be told of, as people say them. */
export const KINDS: Record<WebhookKind, string> = {
  school: 'Schools',
  inspection: 'Inspections',
  outcome: 'Outcomes',
  import: 'Imports',
  cycle: 'Cycles',
  priority: 'Priorities',
  action: 'Actions',
  target: 'Targets and milestones',
  checkpoint: 'Checkpoints',
  adjustment: 'Small improvements',
  evaluation: 'Evaluations',
  practice: 'Good practice',
  need: 'Need',
  commission: 'Support',
  timetable: 'Timetable',
  'term-dates': 'Term dates',
  delegation: 'Who decides',
};

/** The kind of a delivery: a test is none of those that are told of by themselves. */
export function kindLabel(kind: string): string {
  return kind === 'test' ? 'Test' : (KINDS[kind as WebhookKind] ?? kind);
}

/** Why an attempt came to nothing, as a sentence. */
export function troubleText(trouble: Trouble, answer: number | undefined): string {
  switch (trouble) {
    case 'unknown-host':
      return 'Nobody knows the name in the address';
    case 'address-refused':
      return 'The address leads into an internal network, or to a port that is not allowed';
    case 'no-connection':
      return 'Nobody answered there';
    case 'certificate':
      return 'The certificate is not valid for the address';
    case 'timeout':
      return 'There was no answer in time';
    case 'answer':
      return `It answered ${answer ?? 'something else'}, which is not a success`;
  }
}
