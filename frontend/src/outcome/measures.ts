import { useQuery } from '@tanstack/react-query';
import { measureResourceList } from '../api/sdk.gen';
import type { Measure } from '../api/types.gen';
import { number } from '../ui/format';
import { answered } from '../ui/problem';

/** The catalogue of measures, read once. */
export function useMeasures() {
  return useQuery({
    queryKey: ['measures'],
    queryFn: () => answered(measureResourceList()),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** One measure of the catalogue; undefined until it is there. */
export function useMeasure(code: string | undefined): Measure | undefined {
  return useMeasures().data?.results.find((measure) => measure.code === code);
}

/** What stands behind a value. */
export function unitOf(measure: Pick<Measure, 'unit'> | undefined): string {
  return measure?.unit === 'percent' ? '%' : '';
}

/** A value as its measure shows it: rounded, with its unit. */
export function shown(
  value: number | null | undefined,
  measure: Pick<Measure, 'unit' | 'decimals'> | undefined,
): string {
  return value === null || value === undefined ? '–' : number(value, measure?.decimals) + unitOf(measure);
}
