import type { Head } from './head';
import { KINDS, type Kind, type KindCode } from './kinds';
import { isPlain, lacking, suggested } from './mapping';

/** What a file seems to be. */
export interface Recognised {
  kind: KindCode;
  keyStage?: string;
  academicYear?: string;
}

const NAMES: [RegExp, KindCode][] = [
  [/edubase|gias|establishment/i, 'schools'],
  [/ofsted|inspection|state.funded.schools/i, 'inspections'],
  [/attend|absen/i, 'attendance'],
  [/suspen|exclu/i, 'suspensions'],
  [/survey|staff|measure/i, 'measure-values'],
  [/result|assess|phonics|mtc|eyfs|ks[124]/i, 'assessment-results'],
  [/pupil|student|census|roll/i, 'pupils'],
];

/** Recognises a file by its first bytes, its headings, and else its name; nothing when it could be anything. */
export function recognised(name: string, head: Head): Recognised | null {
  if (head.form === 'xml') {
    return { kind: 'ctf' };
  }
  const has = (...headings: string[]) => headings.every((heading) => head.headings.includes(heading));
  if (has('URN', 'EstablishmentName')) {
    return { kind: 'schools' };
  }
  if (has('RECTYPE', 'URN')) {
    const academicYear = yearIn(name);
    const keyStage = head.headings.some((heading) => /ATT8|P8MEA/.test(heading)) ? 'KS4' : 'KS2';
    return { kind: 'published-results', keyStage, ...(academicYear ? { academicYear } : {}) };
  }
  if (has('URN') && head.headings.some((heading) => /inspection/i.test(heading))) {
    return { kind: 'inspections' };
  }
  const byName = NAMES.find(([pattern]) => pattern.test(name))?.[1];
  const kind = byHeadings(head.headings, byName) ?? (head.form === 'unknown' ? undefined : byName);
  return kind ? { kind } : null;
}

/** The kind whose needed fields the headings name best: half of them at least, and one that tells it from the others. */
function byHeadings(headings: string[], byName: KindCode | undefined): KindCode | undefined {
  const ranked = KINDS.flatMap((kind) => {
    const share = shareOf(headings, kind);
    return share >= 0.5 ? [{ code: kind.code, share: share + (kind.code === byName ? 0.1 : 0) }] : [];
  });
  return ranked.sort((one, other) => other.share - one.share)[0]?.code;
}

function shareOf(headings: string[], { fields }: Kind): number {
  if (!fields || headings.length === 0) {
    return 0;
  }
  if (isPlain(headings, fields)) {
    return 1;
  }
  const needed = Object.values(fields).filter((field) => field.needed).length;
  return 1 - lacking(suggested(headings, fields), fields).length / needed;
}

/** The academic year that a file name tells, as 2016-2017 or 2016-17. */
export function yearIn(name: string): string | undefined {
  for (const [, from = '', to = ''] of name.matchAll(/(20\d\d)[-_/ ]?(20\d\d|\d\d)(?!\d)/g)) {
    if ((Number(from) + 1) % 100 === Number(to) % 100) {
      return `${from}/${Number(from) + 1}`;
    }
  }
  return undefined;
}
