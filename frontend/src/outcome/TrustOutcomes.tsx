import { getRouteApi } from '@tanstack/react-router';
import { useSchoolNames } from '../school/useSchool';
import { Choice } from '../ui/Choice';
import { DotChart } from '../ui/DotChart';
import { lower } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { BENCHMARKS } from './benchmarks';
import { byYear } from './byYear';
import { GROUPS } from './groups';
import { MissingYears } from './MissingYears';
import { firstMeasure, shown, unitOf, useMeasures } from './measures';
import { missingYears } from './missing';
import { OutcomeFilters } from './OutcomeFilters';
import { Outdated } from './Outdated';
import { Symbols } from './Symbols';
import type { OutcomeSearch } from './search';
import { TrustTable } from './TrustTable';
import { england, type SchoolRow, SORTS, schoolRows, settledYear, sorted, type TrustSort } from './trust';
import { useGaps, useTrustOutcomes } from './useTrustOutcomes';
import { yearsShown } from './years';

const route = getRouteApi('/shell/outcomes');

/** What the address of the page can say. */
export interface TrustSearch extends Pick<OutcomeSearch, 'measure' | 'group' | 'cohort' | 'term' | 'years'> {
  /** The year that is looked at: drawn, sorted by, with its change and its gap. */
  year?: string | undefined;
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
  const year = search.year && years.includes(search.year) ? search.year : settledYear(years, results);
  const gaps = useGaps({ measureCode: code, cohort, assessmentPoint: search.term }, year);
  const schools = sorted(schoolRows(results, nameOf, gaps), search.sort ?? 'name', year, measure);
  const trust = byYear((values.data?.trust ?? []).filter((value) => value.cohort === cohort));
  const nation = england(results, (value) => shown(value, measure));
  const failed = [measures, newest, values].find((query) => query.isError);
  const missing = results.length > 0 ? missingYears(years, results, measure) : [];
  return (
    <Page title="Outcomes" lead="One measure in the schools that you may see, beside the trust and England">
      <Outdated measureCode={code} pupilGroup={group} />
      <div className="stack">
        <section className="sheet" aria-label="What is shown">
          <div className="filters">
            <OutcomeFilters
              search={search}
              measures={measures.data?.results ?? []}
              measure={code}
              group={group}
              cohorts={cohorts}
              cohort={cohort}
              terms={terms}
              anyTerm="The latest of each year"
              onChange={change}
            />
            {year && (
              <Choice
                label="Look at"
                options={years.toReversed().map((one) => [one, one])}
                chosen={year}
                onChoose={(next) => change({ year: next })}
              />
            )}
            <Choice
              label="Sort by"
              options={Object.entries(SORTS) as [TrustSort, string][]}
              chosen={search.sort ?? 'name'}
              onChoose={(sort) => change({ sort: sort === 'name' ? undefined : sort })}
            />
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
        {measure && year && (
          <>
            <section className="sheet stack" aria-labelledby="schools-title">
              <h2 id="schools-title">
                {measure.label}, {lower(GROUPS[group] ?? group)}
              </h2>
              <p className="soft small">{measure.computation}.</p>
              <TrustTable
                rows={[
                  ...schools,
                  { kind: 'beside', name: 'Trust, mean over pupils', byYear: trust },
                  { kind: 'beside', name: BENCHMARKS.england.label, byYear: nation },
                ]}
                years={years}
                year={year}
                measure={measure}
                search={search}
                name={['outcomes of the trust', measure.label, GROUPS[group] ?? group]}
              />
              <MissingYears missing={missing} />
              <Symbols rows={results} />
              {Object.values(trust).some((value) => value?.symbol === 'c') && (
                <p className="soft small">
                  The trust’s value is hidden where it would tell of few pupils, or of a single school that
                  you do not see.
                </p>
              )}
            </section>
            <section className="sheet stack" aria-labelledby="schools-drawn">
              <h2 id="schools-drawn">{year}, school by school</h2>
              <DotChart
                title={`${measure.label}, ${year}`}
                dots={schools.map((row) => dotOf(row, year))}
                lines={[
                  { ...BENCHMARKS.trust, value: trust[year]?.value },
                  { ...BENCHMARKS.england, value: nation[year]?.value },
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

function dotOf(row: SchoolRow, year: string) {
  const outcome = row.byYear[year];
  const { value, confidenceLower: low, confidenceUpper: high } = outcome ?? {};
  return {
    label: row.name,
    display: outcome?.display ?? 'no value',
    open: outcome?.resultStatus !== 'final' || outcome.partial,
    ...(value == null ? {} : { value }),
    ...(low == null || high == null ? {} : { low, high }),
  };
}
