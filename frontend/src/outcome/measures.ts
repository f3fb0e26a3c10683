import { useQuery } from '@tanstack/react-query';
import { measureResourceList } from '../api/sdk.gen';
import type { Measure } from '../api/types.gen';
import { number, words } from '../ui/format';
import { answered } from '../ui/problem';

/** The catalogue of measures, read once. */
export function useMeasures() {
  return useQuery({
    queryKey: ['measures'],
    queryFn: () => answered(measureResourceList()),
    staleTime: 'static',
  });
}

/** One measure of the catalogue; undefined until it is there. */
export function useMeasure(code: string | undefined): Measure | undefined {
  return useMeasures().data?.results.find((measure) => measure.code === code);
}

/** The measure that one looks at first in a school of a phase. */
export function firstMeasure(phase: string | undefined): string {
  return phase === 'Secondary' ? 'KS4_A8' : 'KS2_RWM_EXP';
}

/** What stands behind a value. */
export function unitOf(measure: Pick<Measure, 'unit'> | undefined): string {
  return measure?.unit === 'percent' ? '%' : '';
}

/** What a value of a measure is given in, where somebody types one. */
export function unitInWords(measure: Pick<Measure, 'unit'> | undefined): string | undefined {
  return measure?.unit === 'percent' ? 'Per cent of the pupils' : measure && words(measure.unit);
}

/** A value as its measure shows it: rounded, with its unit. */
export function shown(
  value: number | null | undefined,
  measure: { unit: Measure['unit']; decimals: number | undefined } | undefined,
): string {
  return value === null || value === undefined ? '–' : number(value, measure?.decimals) + unitOf(measure);
}
