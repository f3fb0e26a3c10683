import { changed, type Fields } from './fields';

/** Two versions of one draft, brought together. */
export interface Merged {
  fields: Fields;
  /** What others saved in fields that were written here too: both stay visible, and somebody chooses. */
  theirs: Fields;
}

/**
 * Merges field by field: who alone has changed a field is right. Where both have, what was written here stays, and theirs
 * is kept beside it. What is looked at is merged as a list: added by anybody is there, taken away by anybody is gone.
 */
export function merge(base: Fields, mine: Fields, saved: Fields): Merged {
  const fields: Fields = { ...saved };
  const theirs: Fields = {};
  for (const field of changed(base, mine)) {
    const written = mine[field] ?? '';
    const other = saved[field] ?? '';
    if (field === 'looks') {
      fields.looks = together(base.looks ?? '', written, other);
    } else {
      fields[field] = written;
      if (other !== (base[field] ?? '') && other !== written) {
        theirs[field] = other;
      }
    }
  }
  return { fields, theirs };
}

function together(base: string, mine: string, saved: string): string {
  const [before, here, there] = [base, mine, saved].map((text) => text.split(' ').filter(Boolean)) as [
    string[],
    string[],
    string[],
  ];
  const kept = here.filter((one) => there.includes(one) || !before.includes(one));
  return [...kept, ...there.filter((one) => !here.includes(one) && !before.includes(one))].join(' ');
}
