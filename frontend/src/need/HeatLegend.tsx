import { BANDS } from './bands';

const MEANINGS = {
  none: 'contributes nothing',
  low: 'less than a third of what it could',
  medium: 'less than two thirds',
  high: 'two thirds or more',
} as const;

/** What the signs of the heat map mean. */
export function HeatLegend() {
  return (
    <ul className="heat-legend small">
      {(Object.keys(MEANINGS) as (keyof typeof MEANINGS)[]).map((band) => (
        <li key={band}>
          <span className={`heat ${BANDS[band].tone}`}>
            <span aria-hidden="true">{BANDS[band].sign}</span> {BANDS[band].label}
          </span>{' '}
          {MEANINGS[band]}
        </li>
      ))}
      <li>
        <span className="heat">No data</span> could not be computed, and counts for nothing
      </li>
      <li>↗ worse, ↘ better than the term before; – does not apply to the school</li>
    </ul>
  );
}
