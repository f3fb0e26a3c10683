import type { Measure, Milestone, NewMilestone, NewTarget, Target } from '../api/types.gen';
import { cohortLabel } from '../outcome/cohorts';
import { GROUPS } from '../outcome/groups';
import { day } from '../ui/format';

/** A point on the way to a target, as it is typed. */
export interface TypedPoint {
  date: string;
  value: string;
}

/** What a target is about: a number, or something that will be there. */
export type Kind = 'measure' | 'milestone';

/** A target as it is typed: everything text, so that nothing typed is ever changed. */
export interface Typed {
  kind: Kind;
  milestone: string;
  measureCode: string;
  cohort: string;
  pupilGroup: string;
  baselineValue: string;
  baselineDate: string;
  targetValue: string;
  dueDate: string;
  trajectory: TypedPoint[];
}

/** Whether something that is set is a milestone, and no target of a measure. */
export function isMilestone(one: Target | Milestone): one is Milestone {
  return 'milestone' in one;
}

/** What stands in the form at first. */
export function typedOf(set?: Target | Milestone): Typed {
  const target = set && !isMilestone(set) ? set : undefined;
  const milestone = set && isMilestone(set) ? set : undefined;
  return {
    kind: milestone ? 'milestone' : 'measure',
    milestone: milestone?.milestone ?? '',
    measureCode: target?.measureCode ?? 'KS2_RWM_EXP',
    cohort: target?.cohort ?? '6',
    pupilGroup: target?.pupilGroup ?? 'ALL',
    baselineValue: target ? String(target.baselineValue) : '',
    baselineDate: target?.baselineDate ?? '',
    targetValue: target ? String(target.targetValue) : '',
    dueDate: set?.dueDate ?? '',
    trajectory: (target?.trajectory ?? []).map(({ date, value }) => ({ date, value: String(value) })),
  };
}

/** What is sent. What is not a number is sent as it is, so that the answer can say what is wrong with it. */
export function bodyOf(typed: Typed): NewTarget {
  return {
    measureCode: typed.measureCode,
    cohort: typed.cohort.trim().toUpperCase(),
    pupilGroup: typed.pupilGroup,
    baselineValue: number(typed.baselineValue) as number,
    baselineDate: (typed.baselineDate || null) as string,
    targetValue: number(typed.targetValue) as number,
    dueDate: (typed.dueDate || null) as string,
    trajectory: typed.trajectory
      .filter((point) => point.date || point.value)
      .map((point) => ({ date: (point.date || null) as string, value: number(point.value) as number })),
  };
}

/** The same of a milestone. */
export function milestoneOf(typed: Typed): NewMilestone {
  return { milestone: typed.milestone, dueDate: (typed.dueDate || null) as string };
}

/** A field of a typed target in words, to set two versions side by side. */
export function inWords(
  typed: Typed,
  field: keyof Typed,
  measures: Pick<Measure, 'code' | 'label'>[] = [],
): string {
  switch (field) {
    case 'trajectory':
      return typed.trajectory.map(({ date, value }) => `${value || '–'} on ${day(date)}`).join(', ');
    case 'measureCode':
      return measures.find(({ code }) => code === typed.measureCode)?.label ?? typed.measureCode;
    case 'pupilGroup':
      return GROUPS[typed.pupilGroup] ?? typed.pupilGroup;
    case 'cohort':
      return cohortLabel(typed.cohort);
    case 'baselineDate':
    case 'dueDate':
      return day(typed[field]);
    default:
      return typed[field];
  }
}

function number(text: string): number | string | null {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text || null : Number(text);
}
