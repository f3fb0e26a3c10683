import { getRouteApi, Link } from '@tanstack/react-router';
import { may, useMe } from '../app/me';
import { Resting } from '../cycle/Resting';
import { useResting } from '../cycle/useResting';
import { useSchool } from '../school/useSchool';
import { lower } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Switch } from '../ui/Switch';
import { asked, known } from './benchmarks';
import { Compare } from './Compare';
import { cohortsOf } from './cohorts';
import { GapView } from './GapView';
import { pairLabel } from './gaps';
import { GROUPS } from './groups';
import { linesOf } from './lines';
import { MissingYears } from './MissingYears';
import { firstMeasure, useMeasures } from './measures';
import { missingYears } from './missing';
import { OutcomeChart } from './OutcomeChart';
import { OutcomeFilters } from './OutcomeFilters';
import { OutcomeParts } from './OutcomeParts';
import { OutcomeTable } from './OutcomeTable';
import { Symbols } from './Symbols';
import { type OutcomeSearch, TERMS } from './search';
import { useCurrentTargets } from './useCurrentTargets';
import { useOutcomes } from './useOutcomes';
import { yearsShown } from './years';

const route = getRouteApi('/shell/schools/$urn/outcomes');

/** The outcomes of a school: one measure and group over the years, beside benchmarks and the target. */
export function OutcomesPage() {
  const me = useMe();
  const urn = Number(route.useParams().urn);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: OutcomeSearch) =>
    navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const { data: school } = useSchool(urn);
  const measures = useMeasures();
  const code = search.measure ?? firstMeasure(school?.phase);
  const measure = measures.data?.results.find((one) => one.code === code);
  const pair = search.between ?? 'disadvantage';
  const group = search.group ?? 'ALL';
  const outcomes = useOutcomes(urn, code, group);
  const all = outcomes.data ?? [];
  const { cohorts, cohort } = cohortsOf(all, search.cohort);
  const terms = TERMS.filter((term) => all.some((row) => row.assessmentPoint === term));
  const ofPupils = all.filter(
    (row) => row.cohort === cohort && (!search.term || row.assessmentPoint === search.term),
  );
  const years = yearsShown(ofPupils, search.years === 'all');
  const rows = ofPupils.filter((row) => years.includes(row.academicYear));
  const resting = useResting(urn, 'outcome');
  const targets = useCurrentTargets(urn, code, group, cohort);
  const missing = rows.length > 0 ? missingYears(years, rows, measure) : (measure?.gaps ?? []);
  const compare = known(rows).filter((benchmark) => asked(search.compare).includes(benchmark));
  const label = measure?.label ?? code;
  const name = [school?.name ?? String(urn), label];
  const pupils = search.view === 'gap' ? pairLabel(pair) : (GROUPS[group] ?? group);
  return (
    <div className="stack">
      <OutcomeParts urn={urn} />
      <section className="sheet stack" aria-labelledby="outcomes-title">
        <div className="filters">
          <OutcomeFilters
            search={search}
            measures={measures.data?.results ?? []}
            measure={code}
            group={group}
            pair={search.view === 'gap' ? pair : undefined}
            cohorts={cohorts}
            cohort={cohort}
            terms={search.view === 'gap' ? [] : terms}
            anyTerm="Every term"
            onChange={change}
          />
        </div>
        <header>
          <h2 id="outcomes-title">
            {label}, {lower(pupils)}
          </h2>
        </header>
        {measure && <p className="soft small">{measure.computation}.</p>}
        <Resting priorities={resting} reference={code} />
        <div className="controls">
          <Switch
            label="Show as"
            ways={['chart', 'table', 'gap']}
            chosen={search.view ?? 'chart'}
            onChoose={(way) => change({ view: way === 'chart' ? undefined : way })}
          />
          {search.view !== 'gap' && rows.length > 0 && (
            <Compare
              search={search}
              known={known(rows)}
              chosen={compare}
              hasInterval={rows.some((row) => row.confidenceLower != null)}
              onChange={change}
            />
          )}
        </div>
        {measures.isError && <Failed cause={measures.error} retry={() => measures.refetch()} />}
        {search.view === 'gap' && measure && (
          <GapView
            urn={urn}
            measure={measure}
            pair={pair}
            cohort={cohort}
            all={search.years === 'all'}
            name={name}
          />
        )}
        {search.view !== 'gap' && (
          <>
            {outcomes.isPending && <Loading what="outcomes" />}
            {outcomes.isError && <Failed cause={outcomes.error} retry={() => outcomes.refetch()} />}
            {outcomes.data && rows.length === 0 && (
              <Empty>
                There is no value of this measure for these pupils. Choose another measure, or all pupils.
                {may(me, 'results:push', urn) ? (
                  <>
                    {' '}
                    Values come with <Link to="/imports">imports</Link>.
                  </>
                ) : (
                  ' Values come with imports, published or from the school’s system.'
                )}
              </Empty>
            )}
            {rows.length > 0 && search.view === 'table' && (
              <OutcomeTable
                lines={linesOf(rows, missing, targets)}
                measure={measure}
                termly={terms.length > 1}
                compare={compare}
                name={[...name, GROUPS[group] ?? group]}
              />
            )}
            {rows.length > 0 && search.view === undefined && (
              <OutcomeChart
                title={label}
                rows={rows}
                missing={missing}
                targets={targets}
                compare={compare}
                interval={search.interval !== 'off'}
                measure={measure}
              />
            )}
            {missing.length > 0 && <MissingYears missing={missing} />}
            <Symbols rows={rows} />
          </>
        )}
      </section>
    </div>
  );
}
