import type { Checkpoint, Focus } from '../api/types.gen';
import type { Tone } from '../ui/Pill';

/** How a judgement is said and shown. */
export const JUDGEMENTS: Record<NonNullable<Focus['judgement']>, { label: string; tone: Tone }> = {
  'on-track': { label: 'On track', tone: 'good' },
  'at-risk': { label: 'At risk', tone: 'warn' },
  'off-track': { label: 'Off track', tone: 'bad' },
  achieved: { label: 'Achieved', tone: 'good' },
  missed: { label: 'Missed', tone: 'bad' },
};

/** How far a checkpoint has come, in words. */
export const STATUS: Record<Checkpoint['status'], { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'calm' },
  submitted: { label: 'Waits for signatures', tone: 'warn' },
  'signed-off': { label: 'Signed off', tone: 'good' },
};
