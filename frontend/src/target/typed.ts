import type { NewTarget, Target } from '../api/types.gen';

/** A target as it is typed: everything text, so that nothing typed is ever changed. */
export interface Typed {
  measureCode: string;
  cohort: string;
  pupilGroup: string;
  baselineValue: string;
  baselineDate: string;
  targetValue: string;
  dueDate: string;
  narrative: string;
  trajectory: { date: string; value: number }[];
}

/** What stands in the form at first. */
export function typedOf(target?: Target): Typed {
  return {
    measureCode: target?.measureCode ?? 'KS2_RWM_EXP',
    cohort: target?.cohort ?? '6',
    pupilGroup: target?.pupilGroup ?? 'ALL',
    baselineValue: target ? String(target.baselineValue) : '',
    baselineDate: target?.baselineDate ?? '',
    targetValue: target ? String(target.targetValue) : '',
    dueDate: target?.dueDate ?? '',
    narrative: target?.narrative ?? '',
    trajectory: target?.trajectory ?? [],
  };
}

/** What is sent. What is not a number is sent as it is, so that the answer can say what is wrong with it. */
export function bodyOf(typed: Typed): NewTarget {
  const number = (text: string) =>
    text.trim() === '' || Number.isNaN(Number(text)) ? text || null : Number(text);
  return {
    measureCode: typed.measureCode,
    cohort: typed.cohort.trim().toUpperCase(),
    pupilGroup: typed.pupilGroup,
    baselineValue: number(typed.baselineValue) as number,
    baselineDate: (typed.baselineDate || null) as string,
    targetValue: number(typed.targetValue) as number,
    dueDate: (typed.dueDate || null) as string,
    trajectory: typed.trajectory,
    ...(typed.narrative ? { narrative: typed.narrative } : {}),
  };
}
