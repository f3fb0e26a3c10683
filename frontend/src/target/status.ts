import type { Milestone, Target } from '../api/types.gen';
import { cohortLabel } from '../outcome/cohorts';
import { GROUPS } from '../outcome/groups';
import { lower } from '../ui/format';
import type { Tone } from '../ui/Pill';
import { isMilestone } from './typed';

/** How a status is said and shown. */
export const STATUS: Record<Target['status'], { label: string; tone: Tone }> = {
  'on-track': { label: 'On track', tone: 'good' },
  achieved: { label: 'Achieved', tone: 'good' },
  'at-risk': { label: 'At risk', tone: 'warn' },
  'off-track': { label: 'Off track', tone: 'bad' },
  missed: { label: 'Missed', tone: 'bad' },
  'no-data': { label: 'No data', tone: 'calm' },
};

const URGENCY: Target['status'][] = ['missed', 'off-track', 'at-risk', 'no-data', 'on-track', 'achieved'];

/** Sorts those in trouble to the top. */
export function worstFirst(one: Pick<Target, 'status'>, other: Pick<Target, 'status'>): number {
  return URGENCY.indexOf(one.status) - URGENCY.indexOf(other.status);
}

/** Whom a target is about: all pupils, year 6. */
export function pupilsOf({ pupilGroup, cohort }: Pick<Target, 'pupilGroup' | 'cohort'>): string {
  const pupils = lower(GROUPS[pupilGroup] ?? pupilGroup);
  return cohort === 'ALL' ? pupils : `${pupils}, ${lower(cohortLabel(cohort))}`;
}

/** What a target is called in its list: the measure and the pupils, or the milestone. */
export function nameOf(target: Target | Milestone): string {
  return isMilestone(target) ? target.milestone : `${target.measureLabel}, ${pupilsOf(target)}`;
}

/** Why the status is what it is, without the name of the measure where that stands above it. */
export function reasonOf(target: Pick<Target, 'statusReason' | 'measureLabel'> | Milestone): string {
  const { statusReason } = target;
  const measureLabel = 'measureLabel' in target ? target.measureLabel : undefined;
  if (!measureLabel || !statusReason.startsWith(measureLabel)) {
    return statusReason;
  }
  const why = statusReason.slice(measureLabel.length).replace(/^( \([^)]*\))?: /, '');
  return why.charAt(0).toUpperCase() + why.slice(1);
}
