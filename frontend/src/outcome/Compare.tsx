import { BENCHMARKS, type Benchmark, switched } from './benchmarks';
import type { OutcomeSearch } from './search';

interface Props {
  search: Pick<OutcomeSearch, 'compare' | 'interval' | 'view'>;
  known: Benchmark[];
  chosen: Benchmark[];
  hasInterval: boolean;
  onChange: (next: OutcomeSearch) => void;
}

/** What a school's values stand beside: each to be switched on and off. */
export function Compare({ search, known, chosen, hasInterval, onChange }: Props) {
  if (known.length === 0 && !hasInterval) {
    return null;
  }
  return (
    <fieldset className="field">
      <legend>Beside it</legend>
      <div className="checks">
        {known.map((benchmark) => (
          <label key={benchmark} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(benchmark)}
              onChange={() => onChange({ compare: switched(search.compare, benchmark) })}
            />
            {BENCHMARKS[benchmark].label}
          </label>
        ))}
        {hasInterval && search.view === undefined && (
          <label className="check">
            <input
              type="checkbox"
              checked={search.interval !== 'off'}
              onChange={(event) => onChange({ interval: event.target.checked ? undefined : 'off' })}
            />
            95% interval
          </label>
        )}
      </div>
    </fieldset>
  );
}
