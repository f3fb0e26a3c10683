import { getRouteApi } from '@tanstack/react-router';
import { useSchoolNames } from '../school/useSchool';
import { DotChart } from '../ui/DotChart';
import { Field } from '../ui/Field';
import { lower, words } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { BENCHMARKS } from './benchmarks';
import { cohortLabel } from './cohorts';
import { GroupSelect } from './GroupSelect';
import { GROUPS } from './groups';
import { MeasureSelect } from './MeasureSelect';
import { MissingYears } from './MissingYears';
import { firstMeasure, shown, unitOf, useMeasures } from './measures';
import { missingYears } from './missing';
import { Symbols } from './Symbols';
import type { OutcomeSearch } from './search';
import { TrustTable } from './TrustTable';
import { byYear, england, type SchoolRow, SORTS, schoolRows, sorted, type TrustSort } from './trust';
import { useGaps, useTrustOutcomes } from './useTrustOutcomes';
import { yearsShown } from './years';

const route = getRouteApi('/shell/outcomes');

/** What the address of the page can say. */
export interface TrustSearch extends Pick<OutcomeSearch, 'measure' | 'group' | 'cohort' | 'term' | 'years'> {
  sort?: TrustSort | undefined;
}

/** One measure in the schools of the trust: the years, the latest one drawn, the trust and England beside it. */
export function TrustOutcomes() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: TrustSearch) =>
    navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const nameOf = useSchoolNames();
  const measures = useMeasures();
  const code = search.measure ?? firstMeasure(undefined);
  const group = search.group ?? 'ALL';
  const measure = measures.data?.results.find((one) => one.code === code);
  const { newest, values, cohorts, cohort, terms } = useTrustOutcomes(code, group, search);
  const results = values.data?.results ?? [];
  const years = yearsShown(results, search.years === 'all');
  const latest = years.at(-1);
  const gaps = useGaps({ measureCode: code, cohort, assessmentPoint: search.term }, latest);
  const schools = sorted(
    schoolRows(results, { years, nameOf, gaps }),
    search.sort ?? 'name',
    latest,
    measure,
  );
  const trust = byYear((values.data?.trust ?? []).filter((value) => value.cohort === cohort));
  const nation = england(results, (value) => shown(value, measure));
  const failed = [measures, newest, values].find((query) => query.isError);
  const missing = results.length > 0 ? missingYears(years, results, measure) : [];
  return (
    <Page title="Outcomes" lead="One measure in the schools that you may see, beside the trust and England">
      <div className="stack">
        <section className="sheet" aria-label="What is shown">
          <div className="filters">
            <MeasureSelect
              measures={measures.data?.results ?? []}
              chosen={code}
              onChoose={(next) => change({ measure: next, cohort: undefined, term: undefined })}
            />
            <GroupSelect chosen={group} onChoose={(next) => change({ group: next })} />
            {cohorts.length > 1 && (
              <Field label="Year group">
                <select value={cohort} onChange={(event) => change({ cohort: event.target.value })}>
                  {cohorts.map((one) => (
                    <option key={one} value={one}>
                      {cohortLabel(one)}
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
                    change({ term: (event.target.value || undefined) as TrustSearch['term'] })
                  }
                >
                  <option value="">The latest of each year</option>
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
                onChange={(event) => change({ years: event.target.value === 'all' ? 'all' : undefined })}
              >
                <option value="">The last five</option>
                <option value="all">All that there are</option>
              </select>
            </Field>
            <Field label="Sort by">
              <select
                value={search.sort ?? 'name'}
                onChange={(event) =>
                  change({
                    sort: event.target.value === 'name' ? undefined : (event.target.value as TrustSort),
                  })
                }
              >
                {Object.entries(SORTS).map(([sort, label]) => (
                  <option key={sort} value={sort}>
                    {label}
                  </option>
                ))}
              </select>
            </Field>
          </div>
        </section>
        {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
        {!failed && (values.isPending || !measure) && <Loading what="outcomes" />}
        {values.data && results.length === 0 && (
          <section className="sheet" aria-label="Outcomes">
            <Empty>
              No school that you may see has a value of this measure for these pupils. Choose another measure,
              or all pupils.
            </Empty>
          </section>
        )}
        {measure && latest && (
          <>
            <section className="sheet stack" aria-labelledby="schools-title">
              <h2 id="schools-title">
                {measure.label}: {lower(GROUPS[group] ?? group)}
              </h2>
              <p className="soft small">{measure.computation}.</p>
              <TrustTable
                rows={[
                  ...schools,
                  { kind: 'beside', name: 'Trust, mean over pupils', byYear: trust },
                  { kind: 'beside', name: BENCHMARKS.england.label, byYear: nation },
                ]}
                years={years}
                measure={measure}
                search={search}
                name={['outcomes of the trust', measure.label, GROUPS[group] ?? group]}
              />
              <MissingYears missing={missing} />
              <Symbols rows={results} />
              {Object.values(trust).some((value) => value?.symbol === 'c') && (
                <p className="soft small">
                  The trust’s value is hidden where fewer than three schools contribute, where one of them has
                  more than half of the pupils, or where it would tell of few pupils.
                </p>
              )}
            </section>
            <section className="sheet stack" aria-labelledby="latest-title">
              <h2 id="latest-title">{latest}, school by school</h2>
              <DotChart
                title={`${measure.label}, ${latest}`}
                dots={schools.map((row) => dotOf(row, latest))}
                lines={[
                  { ...BENCHMARKS.trust, value: trust[latest]?.value },
                  { ...BENCHMARKS.england, value: nation[latest]?.value },
                ].flatMap(({ value, ...line }) => (value == null ? [] : [{ ...line, value }]))}
                unit={unitOf(measure)}
                decimals={measure.decimals}
              />
            </section>
          </>
        )}
      </div>
    </Page>
  );
}

function dotOf(row: SchoolRow, latest: string) {
  const outcome = row.byYear[latest];
  const { value, confidenceLower: low, confidenceUpper: high } = outcome ?? {};
  return {
    label: row.name,
    display: outcome?.display ?? 'no value',
    open: outcome?.resultStatus !== 'final' || outcome.partial,
    ...(value == null ? {} : { value }),
    ...(low == null || high == null ? {} : { low, high }),
  };
}
