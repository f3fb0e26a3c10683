import type { Achievement } from '../api/types.gen';
import type { Tone } from '../ui/Pill';

/** How far a priority was achieved, in words and tones. */
export const ACHIEVEMENTS: Record<Achievement, { label: string; tone: Tone }> = {
  'fully-achieved': { label: 'Fully achieved', tone: 'good' },
  'partly-achieved': { label: 'Partly achieved', tone: 'warn' },
  'not-achieved': { label: 'Not achieved', tone: 'bad' },
};

/** The same to choose from; nothing is a draft. */
export const JUDGEMENTS: [Achievement | '', string][] = [
  ['', 'Not judged yet'],
  ...Object.entries(ACHIEVEMENTS).map(([code, { label }]): [Achievement, string] => [
    code as Achievement,
    label,
  ]),
];
