import type { Measure } from '../api/types.gen';
import { Choice } from '../ui/Choice';
import { words } from '../ui/format';
import { cohortLabel } from './cohorts';
import { PAIRS, type Pair, pairLabel } from './gaps';
import { GROUPS } from './groups';
import { MeasureSelect } from './MeasureSelect';
import type { OutcomeSearch, Term } from './search';

interface Props {
  search: OutcomeSearch;
  measures: Measure[];
  measure: string;
  group: string;
  /** The two groups between which there is a gap, where that is shown. */
  pair?: Pair | undefined;
  cohorts: string[];
  cohort: string | undefined;
  terms: Term[];
  /** What it means not to choose a term. */
  anyTerm: string;
  onChange: (next: OutcomeSearch) => void;
}

/** What is looked at: which measure, of which pupils, in which years. */
export function OutcomeFilters(props: Props) {
  const { search, measures, measure, group, pair, cohorts, cohort, terms, anyTerm, onChange } = props;
  return (
    <>
      <MeasureSelect
        measures={measures}
        chosen={measure}
        onChoose={(next) => onChange({ measure: next, cohort: undefined, term: undefined })}
      />
      {pair ? (
        <Choice
          label="Between"
          options={(Object.keys(PAIRS) as Pair[]).map((code) => [code, pairLabel(code)])}
          chosen={pair}
          onChoose={(between) => onChange({ between })}
        />
      ) : (
        <Choice
          label="Pupils"
          options={Object.entries(GROUPS)}
          chosen={group}
          onChoose={(next) => onChange({ group: next })}
        />
      )}
      {cohorts.length > 1 && cohort && (
        <Choice
          label="Year group"
          options={cohorts.map((code) => [code, cohortLabel(code)])}
          chosen={cohort}
          onChoose={(next) => onChange({ cohort: next })}
        />
      )}
      {terms.length > 1 && (
        <Choice<Term | ''>
          label="Term"
          options={[['', anyTerm], ...terms.map((term): [Term, string] => [term, words(term)])]}
          chosen={search.term ?? ''}
          onChoose={(term) => onChange({ term: term || undefined })}
        />
      )}
      <Choice
        label="Years"
        options={[
          ['few', 'The last five'],
          ['all', 'All that there are'],
        ]}
        chosen={search.years ?? 'few'}
        onChoose={(years) => onChange({ years: years === 'all' ? years : undefined })}
      />
    </>
  );
}
