import type { NeedCell } from '../api/types.gen';
import { number } from '../ui/format';
import { BANDS, CHANGES } from './bands';

/** A cell in words and figures: High, 10.5 of 15 (−14.0 percentage points), worse than the term before. */
export function cellText(cell: NeedCell | undefined): string {
  if (!cell) {
    return '';
  }
  if (!cell.band) {
    return 'No data';
  }
  const much = `${BANDS[cell.band].label}, ${number(cell.contribution, 1)} of ${number(cell.maximum)}`;
  const change = cell.change && cell.change !== 'steady' ? `, ${CHANGES[cell.change].label}` : '';
  return `${much} (${cell.display})${change}`;
}
