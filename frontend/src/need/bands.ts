import type { NeedAssessment, NeedBand, NeedChange, NeedLevel, TermOfYear } from '../api/types.gen';
import type { Tone } from '../ui/Pill';

/** How much an indicator contributes: a word, a sign and a tone, never the tone alone. */
export const BANDS: Record<NeedBand, { label: string; sign: string; tone: Tone }> = {
  none: { label: 'None', sign: '●', tone: 'good' },
  low: { label: 'Low', sign: '○', tone: 'calm' },
  medium: { label: 'Medium', sign: '▲', tone: 'warn' },
  high: { label: 'High', sign: '■', tone: 'bad' },
};

/** How something went, as an arrow and in words. */
export const CHANGES: Record<NeedChange, { sign: string; label: string }> = {
  worse: { sign: '↗', label: 'worse than the term before' },
  steady: { sign: '', label: 'as in the term before' },
  better: { sign: '↘', label: 'better than the term before' },
};

/** Where the need of a school goes over three terms. */
export const DIRECTIONS: Record<NeedChange, string> = {
  worse: 'rising over three terms',
  steady: 'steady over three terms',
  better: 'falling over three terms',
};

/** The tone of a level: the first calms, the last warns most. */
export function toneOf(level: string | undefined, levels: NeedLevel[]): Tone {
  const place = levels.findIndex(({ code }) => code === level);
  return place < 0 ? 'calm' : place === 0 ? 'good' : place === levels.length - 1 ? 'bad' : 'warn';
}

/** The level in words, as it counts. */
export function levelOf({ levelLabel }: NeedAssessment): string {
  return levelLabel ?? 'Not enough data';
}

/** A term as it is chosen and written: autumn 2026/2027. */
export function termName({ academicYear, term }: Pick<TermOfYear, 'academicYear' | 'term'>): string {
  return `${term} ${academicYear}`;
}

/** The term of such a name. */
export function termOf(name: string): TermOfYear {
  const [term, academicYear] = name.split(' ');
  return { term, academicYear } as TermOfYear;
}
