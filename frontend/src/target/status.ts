import type { Target } from '../api/types.gen';
import type { Tone } from '../ui/Pill';

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
