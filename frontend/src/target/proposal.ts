import type { Measure, TargetHelp } from '../api/types.gen';
import { shown } from '../outcome/measures';
import type { Typed, TypedPoint } from './typed';

/** A point for the end of each term on the straight line from the baseline to the target; none until both are typed. */
export function straight(typed: Typed, termEnds: string[], decimals: number): TypedPoint[] {
  const from = Date.parse(typed.baselineDate);
  const to = Date.parse(typed.dueDate);
  const start = figure(typed.baselineValue);
  const end = figure(typed.targetValue);
  if (start === undefined || end === undefined || Number.isNaN(from) || Number.isNaN(to)) {
    return [];
  }
  return termEnds
    .filter((date) => Date.parse(date) > from && Date.parse(date) < to)
    .map((date) => {
      const share = (Date.parse(date) - from) / (to - from);
      // One decimal more than is shown: rounded further, a short way would not be straight.
      return { date, value: String(Number((start + share * (end - start)).toFixed(decimals + 1))) };
    });
}

/** What somebody may want to think over before they save: it warns, and refuses nothing. */
export function doubtsOf(typed: Typed, measure: Measure | undefined, help: TargetHelp | undefined): string[] {
  const target = figure(typed.targetValue);
  const baseline = figure(typed.baselineValue);
  if (target === undefined || !measure || measure.better === 'neither') {
    return [];
  }
  const lower = measure.better === 'lower';
  const worse = (value: number, than: number) => (lower ? value > than : value < than);
  const doubts: string[] = [];
  if (baseline !== undefined && worse(target, baseline)) {
    doubts.push(
      `The target is ${lower ? 'higher' : 'lower'} than the baseline, although ${measure.better} is better.`,
    );
  }
  const england = help?.years.findLast((year) => year.england != null);
  if (england?.england != null && worse(target, england.england)) {
    doubts.push(
      `England had ${shown(england.england, measure)} in ${england.academicYear}; the target is ${lower ? 'above' : 'below'} that.`,
    );
  }
  return doubts;
}

function figure(text: string): number | undefined {
  return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}
