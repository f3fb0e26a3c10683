import { PAIRS, type Pair } from './gaps';

export const TERMS = ['autumn', 'spring', 'summer'] as const;

export type Term = (typeof TERMS)[number];

/** What the address of a school's outcomes can say. */
export interface OutcomeSearch {
  measure?: string | undefined;
  group?: string | undefined;
  cohort?: string | undefined;
  term?: Term | undefined;
  years?: 'all' | undefined;
  view?: 'table' | 'gap' | undefined;
  /** What it is compared with, separated by commas; everything where it does not say. */
  compare?: string | undefined;
  interval?: 'off' | undefined;
  between?: Pair | undefined;
}

/** Reads the address; what it can't say counts as not said. */
export function outcomeSearch(raw: Record<string, unknown>): OutcomeSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    measure: text(raw.measure),
    group: text(raw.group),
    cohort: text(raw.cohort),
    term: TERMS.find((term) => term === raw.term),
    years: raw.years === 'all' ? 'all' : undefined,
    view: (['table', 'gap'] as const).find((view) => view === raw.view),
    compare: text(raw.compare),
    interval: raw.interval === 'off' ? 'off' : undefined,
    between: (Object.keys(PAIRS) as Pair[]).find((pair) => pair === raw.between),
  };
}
