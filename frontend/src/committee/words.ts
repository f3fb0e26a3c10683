import type {
  ChallengeEntryKind,
  ChallengeStatus,
  CommitteeKind,
  MeetingStatus,
  Office,
  Presence,
  TermStanding,
  VoteKind,
} from '../api/types.gen';
import type { Tone } from '../ui/Pill';

export const KIND: Record<CommitteeKind, string> = {
  'trust-board': 'Trust board',
  development: 'Academy Development Committee',
  other: 'Other committee',
};

export const OFFICE: Record<Office, string> = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  member: 'Member',
  clerk: 'Clerk',
};

/** How a term of office stands. */
export const TERM: Record<TermStanding, { label: string; tone: Tone }> = {
  'to-come': { label: 'To come', tone: 'calm' },
  serving: { label: 'Serving', tone: 'good' },
  ending: { label: 'Ends soon', tone: 'warn' },
  ended: { label: 'Ended', tone: 'calm' },
};

/** How a challenge stands. */
export const CHALLENGE: Record<ChallengeStatus, { label: string; tone: Tone }> = {
  open: { label: 'Open', tone: 'warn' },
  overdue: { label: 'Overdue', tone: 'bad' },
  answered: { label: 'Answered', tone: 'calm' },
  satisfied: { label: 'Satisfied', tone: 'good' },
  withdrawn: { label: 'Withdrawn', tone: 'calm' },
};

/** What somebody did with a challenge, after their name. */
export const SAID: Record<ChallengeEntryKind, string> = {
  answer: 'answered',
  satisfied: 'said that the committee is satisfied',
  'not-satisfied': 'said that the committee is not satisfied',
  withdrawal: 'withdrew it',
};

/** How far a meeting is. */
export const MEETING: Record<MeetingStatus, { label: string; tone: Tone }> = {
  planned: { label: 'Planned', tone: 'calm' },
  held: { label: 'Held', tone: 'good' },
  cancelled: { label: 'Cancelled', tone: 'bad' },
};

export const PRESENCE: Record<Presence, string> = {
  present: 'Present',
  apologies: 'Apologies',
  absent: 'Absent',
};

export const VOTE: Record<VoteKind, string> = { for: 'For', against: 'Against', abstained: 'Abstained' };
