import type { Measure } from '../api/types.gen';
import { Field } from '../ui/Field';
import { words } from '../ui/format';
import { cohortLabel } from './cohorts';
import { GroupSelect } from './GroupSelect';
import { PAIRS, type Pair, pairLabel } from './gaps';
import { MeasureSelect } from './MeasureSelect';
import type { OutcomeSearch } from './search';

interface Props {
  search: OutcomeSearch;
  measures: Measure[];
  measure: string;
  group: string;
  pair: Pair;
  cohorts: string[];
  cohort: string | undefined;
  terms: string[];
  onChange: (next: OutcomeSearch) => void;
}

/** What is looked at: which measure, of which pupils, in which years. */
export function OutcomeFilters(props: Props) {
  const { search, measures, measure, group, pair, cohorts, cohort, terms, onChange } = props;
  return (
    <div className="filters">
      <MeasureSelect
        measures={measures}
        chosen={measure}
        onChoose={(next) => onChange({ measure: next, cohort: undefined, term: undefined })}
      />
      {search.view === 'gap' ? (
        <Field label="Between">
          <select value={pair} onChange={(event) => onChange({ between: event.target.value as Pair })}>
            {(Object.keys(PAIRS) as Pair[]).map((code) => (
              <option key={code} value={code}>
                {pairLabel(code)}
              </option>
            ))}
          </select>
        </Field>
      ) : (
        <GroupSelect chosen={group} onChoose={(next) => onChange({ group: next })} />
      )}
      {cohorts.length > 1 && (
        <Field label="Year group">
          <select value={cohort} onChange={(event) => onChange({ cohort: event.target.value })}>
            {cohorts.map((code) => (
              <option key={code} value={code}>
                {cohortLabel(code)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {terms.length > 1 && (
        <Field label="Term">
          <select
            value={search.term ?? ''}
            onChange={(event) =>
              onChange({ term: (event.target.value || undefined) as OutcomeSearch['term'] })
            }
          >
            <option value="">Every term</option>
            {terms.map((term) => (
              <option key={term} value={term}>
                {words(term)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label="Years">
        <select
          value={search.years ?? ''}
          onChange={(event) => onChange({ years: event.target.value === 'all' ? 'all' : undefined })}
        >
          <option value="">The last five</option>
          <option value="all">All that there are</option>
        </select>
      </Field>
    </div>
  );
}
