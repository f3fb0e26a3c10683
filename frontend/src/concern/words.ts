import type { Concern, ConcernDirection, ConcernEntry, ConcernStatus, Severity } from '../api/types.gen';
import type { Tone } from '../ui/Pill';

/** How a severity is said and shown. */
export const SEVERITY: Record<Severity, { label: string; tone: Tone }> = {
  low: { label: 'Low', tone: 'calm' },
  moderate: { label: 'Moderate', tone: 'warn' },
  high: { label: 'High', tone: 'bad' },
  critical: { label: 'Critical', tone: 'bad' },
};

/** How far a concern has come, in a word. */
export const STATUS: Record<ConcernStatus, string> = {
  open: 'Open',
  monitoring: 'Monitoring',
  closed: 'Closed',
};

/** Where it is going, in a word and an arrow. */
export const DIRECTION: Record<ConcernDirection, string> = {
  improving: '↘ Improving',
  steady: '→ Steady',
  worsening: '↗ Worsening',
};

/** What a concern is called where its title does not stand. */
export function nameOf({ title, restricted, categoryLabel, reference }: Concern): string {
  return title ?? (restricted ? `Restricted concern ${reference}` : `${categoryLabel}, ${reference}`);
}

/** How long ago, in days, as people say it. */
export function ageOf(days: number): string {
  return days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`;
}

const KINDS: Record<ConcernEntry['kind'], string> = {
  note: 'Note',
  severity: 'Severity',
  owner: 'Owner',
  status: 'Status',
  restriction: 'Who may see it',
  'need-to-know': 'Need to know',
  action: 'Action',
  closing: 'Closing',
  reopening: 'Reopened',
  merge: 'Merged',
  hold: 'Legal hold',
  stage: 'Stage',
  need: 'Level of need',
};

const CODES: Record<string, string> = {
  asked: 'asked for',
  returned: 'returned',
  'not-restricted': 'not restricted',
  'not-held': 'lifted',
  'not-done': 'not done after all',
  'partly-upheld': 'upheld in part',
  'not-upheld': 'not upheld',
  'no-action': 'no action needed',
};

/** What a line of the chronology is about, with what changed. */
export function headOf({ kind, from, to }: ConcernEntry): string {
  const said = (code: string) => CODES[code] ?? code;
  const change =
    from && to ? `${said(from)} → ${said(to)}` : to ? said(to) : from ? `${said(from)} → nobody` : '';
  return kind === 'merge'
    ? to
      ? `Goes on as ${to}`
      : `${from} was merged into this one`
    : kind === 'need-to-know'
      ? to
        ? `${to} needs to know`
        : `${from} no longer needs to know`
      : [KINDS[kind], change].filter(Boolean).join(': ');
}
