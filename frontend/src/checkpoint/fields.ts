import type { Checkpoint, CheckpointTermsPatch, NewFocus } from '../api/types.gen';

/**
 * A draft as flat fields of text, so that two versions can be compared and merged field by field. What is looked at is one
 * field, its order; the judgement and the narrative of each focus are fields of their own.
 */
export type Fields = Record<string, string>;

type Judgement = NonNullable<NewFocus['judgement']>;

const TEXTS = ['title', 'heldOn', 'nextOn', 'summary'] as const;

export const judgementOf = (reference: string) => `judgement ${reference}`;
export const narrativeOf = (reference: string) => `narrative ${reference}`;

/** What a focus is called in the list of those that are looked at. */
const nameOf = ({ kind, reference }: Pick<NewFocus, 'kind' | 'reference'>) => `${kind}:${reference}`;

/** The foci of a draft, in order. */
export function looksOf(fields: Fields): Pick<NewFocus, 'kind' | 'reference'>[] {
  return (fields.looks ?? '').split(' ').flatMap((name) => {
    const [kind, reference] = name.split(':');
    return (kind === 'priority' || kind === 'target' || kind === 'action') && reference
      ? [{ kind, reference }]
      : [];
  });
}

/** The field that says what is looked at. */
export function looks(foci: Pick<NewFocus, 'kind' | 'reference'>[]): string {
  return foci.map(nameOf).join(' ');
}

/** A checkpoint as fields. */
export function fieldsOf(checkpoint: Checkpoint): Fields {
  return {
    type: checkpoint.type,
    plannedOn: checkpoint.plannedOn,
    visitor: checkpoint.visitorPersonId ?? '',
    participants: checkpoint.participants
      .map(({ name, role }) => [name, role].filter(Boolean).join(', '))
      .join('\n'),
    looks: looks(checkpoint.foci),
    ...Object.fromEntries(TEXTS.map((field) => [field, checkpoint[field] ?? ''])),
    ...Object.fromEntries(
      checkpoint.foci.flatMap(({ reference, judgement, narrative }) => [
        [judgementOf(reference), judgement ?? ''],
        [narrativeOf(reference), narrative ?? ''],
      ]),
    ),
  };
}

/** People who have signed in, by their names; a name that two of them have says nobody. */
export type Known = Map<string, string>;

/** Those who can be found by their names. */
export function known(people: { id: string; name: string }[]): Known {
  const found: Known = new Map();
  for (const { id, name } of people) {
    found.set(name, found.has(name) && found.get(name) !== id ? '' : id);
  }
  return found;
}

/** One participant on each line: the name, and after a comma as what. Who is known by the name is that person. */
function participantsOf(text: string, people: Known) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...role] = line.split(',');
      return {
        personId: people.get(name.trim()) || undefined,
        name: name.trim() || line,
        role: role.join(',').trim() || undefined,
      };
    });
}

/** The fields that differ. */
export function changed(before: Fields, after: Fields): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => (before[field] ?? '') !== (after[field] ?? ''),
  );
}

/** What has to be sent so that what is stored becomes what was written. */
export function patchOf(stored: Fields, written: Fields, people: Known): CheckpointTermsPatch {
  const patch: CheckpointTermsPatch = {};
  for (const field of changed(stored, written)) {
    const text = written[field] ?? '';
    if (field === 'type' || field === 'plannedOn') {
      patch[field] = text;
    } else if (field === 'visitor') {
      patch.visitorPersonId = text || null;
    } else if (field === 'participants') {
      patch.participants = participantsOf(text, people);
    } else if (TEXTS.some((one) => one === field)) {
      patch[field as (typeof TEXTS)[number]] = text || null;
    } else {
      patch.foci = looksOf(written).map(({ kind, reference }) => ({
        kind,
        reference,
        judgement: (written[judgementOf(reference)] || undefined) as Judgement | undefined,
        narrative: written[narrativeOf(reference)] || undefined,
      }));
    }
  }
  return patch;
}
