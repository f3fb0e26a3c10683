import type { Fields } from './fields';

/** The heading of each field that a column holds. */
export type Mapping = Record<string, string>;

const LIKENESS = 0.65;

/** A name without what people write differently: case, blanks, underscores. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** How alike two names are, from 0 to 1: the pairs of letters that they share. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const [left, right] = [pairs(one), pairs(other)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

/** How well a heading names a field: its own name, then its label and what others call it, then what is alike. */
function fit(heading: string, name: string, field: Fields[string]): number {
  const said = bare(heading);
  if (said === bare(name)) {
    return 3;
  }
  if (said === bare(field.label) || field.aliases?.includes(said)) {
    return 2;
  }
  const best = Math.max(...[name, field.label].map((one) => likeness(said, bare(one))));
  return best >= LIKENESS ? best : 0;
}

/** For each field the heading that names it best; no heading is taken twice. */
export function suggested(headings: string[], fields: Fields): Mapping {
  const fits = Object.entries(fields)
    .flatMap(([name, field]) =>
      headings.map((heading) => ({ name, heading, fit: fit(heading, name, field) })),
    )
    .filter((one) => one.fit > 0)
    .sort((one, other) => other.fit - one.fit);
  const mapping: Mapping = {};
  const taken = new Set<string>();
  for (const { name, heading } of fits) {
    if (!(name in mapping) && !taken.has(heading)) {
      mapping[name] = heading;
      taken.add(heading);
    }
  }
  return mapping;
}

/** The needed fields that no column holds. */
export function lacking(mapping: Mapping, fields: Fields): string[] {
  return Object.keys(fields).filter((name) => fields[name]?.needed && !mapping[name]);
}

/** Whether the columns are called what the fields are called, so that there is nothing to say about them. */
export function isPlain(headings: string[], fields: Fields): boolean {
  return (
    ('assessmentCode' in fields && headings.includes('assessmentLineItem.sourcedId')) ||
    Object.keys(fields).every((name) => !fields[name]?.needed || headings.includes(name))
  );
}

/** What tells the headings of one form of file from those of another: their SHA-256. */
export async function fingerprint(headings: string[]): Promise<string> {
  const said = headings.map(bare).join('\n');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
