import type { GoodPractice } from '../api/types.gen';

/** What people type of good practice. */
export interface Typed {
  title: string;
  what: string;
  impact: string;
  area: string;
  context: string;
  evidence: string;
  contactId: string;
  reviewOn: string;
}

export const LABELS: [keyof Typed, string][] = [
  ['title', 'Title'],
  ['what', 'What is done'],
  ['impact', 'What came of it'],
  ['area', 'Area'],
  ['context', 'Where it worked'],
  ['evidence', 'How one knows'],
  ['contactId', 'Whom to talk to'],
  ['reviewOn', 'To be looked at again on'],
];

/** As it stands, or empty. */
export function typedOf(practice?: GoodPractice): Typed {
  return {
    title: practice?.title ?? '',
    what: practice?.what ?? '',
    impact: practice?.impact ?? '',
    area: practice?.area ?? '',
    context: practice?.context ?? '',
    evidence: practice?.evidence ?? '',
    contactId: practice?.contactId ?? '',
    reviewOn: practice?.reviewOn ?? '',
  };
}

/** As it is sent. */
export function bodyOf(typed: Typed) {
  return {
    title: typed.title,
    what: typed.what,
    impact: typed.impact,
    area: typed.area || null,
    context: typed.context || null,
    evidence: typed.evidence || null,
    contactId: typed.contactId || null,
    reviewOn: typed.reviewOn || null,
  };
}
