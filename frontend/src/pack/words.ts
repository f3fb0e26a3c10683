import type { PackChangeArea, PackExceptionKind } from '../api/types.gen';
import type { Tone } from '../ui/Pill';

/** Why something needs the committee. */
export const EXCEPTION: Record<PackExceptionKind, { label: string; tone: Tone }> = {
  'category-of-concern': { label: 'In a category of concern', tone: 'bad' },
  'need-risen': { label: 'Needs more support', tone: 'bad' },
  'off-track': { label: 'Off track', tone: 'bad' },
  'behind-england': { label: 'Behind England', tone: 'bad' },
  'result-overdue': { label: 'Result overdue', tone: 'bad' },
  'challenge-overdue': { label: 'Challenge not answered', tone: 'bad' },
  'no-plan': { label: 'No plan for the year', tone: 'warn' },
  'at-risk': { label: 'At risk', tone: 'warn' },
  'risk-of-decline': { label: 'May decline', tone: 'warn' },
  'visit-overdue': { label: 'Visits overdue', tone: 'warn' },
  'action-overdue': { label: 'Action overdue', tone: 'warn' },
};

/** Of what two packs speak differently. */
export const AREA: Record<PackChangeArea, string> = {
  school: 'School',
  inspection: 'Inspection',
  need: 'Need',
  target: 'Target',
  milestone: 'Milestone',
  outcome: 'Outcome',
  concerns: 'Concerns',
  process: 'Quality process',
};
