import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { needResourceCompute } from '../api/sdk.gen';
import { mayIn, useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { Switch } from '../ui/Switch';
import { useChange } from '../ui/useChange';
import { termName, termOf } from './bands';
import { HeatLegend } from './HeatLegend';
import { OverTime } from './OverTime';
import { SchoolsByIndicator } from './SchoolsByIndicator';
import { useHeatMap, useIndicators, useLevels } from './useNeed';

/** What the address of the page can say. */
export interface HeatSearch {
  /** As spring 2025/2026; the newest where it does not say. */
  term?: string | undefined;
  /** An indicator over the terms, or `score`; all indicators of one term where it does not say. */
  indicator?: string | undefined;
  level?: string | undefined;
  view?: 'table' | undefined;
  sort?: 'name' | undefined;
}

const route = getRouteApi('/shell/heat-map');
const SCORE = 'score';

/** How much support each school needs: by indicator in a term, or one indicator over the terms. */
export function HeatMap() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const computing = useChange();
  const indicators = useIndicators();
  const levels = useLevels();
  const { indicator } = search;
  const found = useHeatMap({
    term: search.term && !indicator ? termOf(search.term) : undefined,
    everyTerm: Boolean(indicator),
    indicatorCode: indicator === SCORE ? undefined : indicator,
  });
  const change = (next: Partial<HeatSearch>) =>
    navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const compute = () =>
    computing.run(async () => {
      await answered(needResourceCompute({ body: {} }));
      await queries.invalidateQueries({ queryKey: ['need'] });
    });
  const terms = found.data?.terms ?? [];
  const term = search.term ?? (terms[0] && termName(terms[0]));
  const all = (found.data?.rows ?? []).filter(
    ({ assessment }) => indicator || !search.level || assessment.level === search.level,
  );
  const rows =
    search.sort === 'name'
      ? all.toSorted((one, other) => one.assessment.schoolName.localeCompare(other.assessment.schoolName))
      : all;
  const failed = [found, indicators, levels].find((one) => one.isError);
  const waiting = found.isPending || indicators.isPending || levels.isPending;
  const asAt = !indicator && rows[0]?.assessment.asAt;
  return (
    <Page
      title="Need"
      lead={
        <>
          How much support each school needs, and why. <Link to="/need/method">How it is computed</Link>
        </>
      }
      actions={
        mayIn(me, 'need:moderate', undefined) && (
          <button className="button" type="button" aria-disabled={computing.busy} onClick={compute}>
            {computing.busy ? 'Computing …' : 'Compute now'}
          </button>
        )
      }
    >
      <div className="stack">
        <FormProblem problem={computing.problem} />
        <section className="sheet" aria-label="What is shown">
          <div className="filters">
            <Choice
              label="Show"
              options={[
                ['', 'All indicators of a term'],
                [SCORE, 'Score and level over the terms'],
                ...(indicators.data?.results ?? []).map(({ code, label }): [string, string] => [
                  code,
                  `${label}, over the terms`,
                ]),
              ]}
              chosen={indicator ?? ''}
              onChoose={(next) => change({ indicator: next || undefined })}
            />
            {!indicator && term && (
              <Choice
                label="Term"
                options={terms.map((one): [string, string] => [termName(one), termName(one)])}
                chosen={term}
                onChoose={(next) => change({ term: next })}
              />
            )}
            {!indicator && (
              <Choice
                label="Level"
                options={[
                  ['', 'Every level'],
                  ...(levels.data?.results ?? []).map(({ code, label }): [string, string] => [code, label]),
                ]}
                chosen={search.level ?? ''}
                onChoose={(next) => change({ level: next || undefined })}
              />
            )}
            <Choice
              label="Sort by"
              options={[
                ['need', 'Most need first'],
                ['name', 'Name'],
              ]}
              chosen={search.sort ?? 'need'}
              onChoose={(next) => change({ sort: next === 'name' ? next : undefined })}
            />
            <Switch
              label="As"
              ways={['map', 'table']}
              chosen={search.view ?? 'map'}
              onChoose={(next) => change({ view: next === 'table' ? next : undefined })}
            />
          </div>
        </section>
        {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
        {!failed && waiting && <Loading what="the need of schools" />}
        {!failed && !waiting && rows.length === 0 && (
          <section className="sheet" aria-label="Need">
            <Empty>
              {search.level
                ? 'No school that you may see is at this level in this term.'
                : 'No school has been assessed yet. It is done each night, and can be done now by a trust leader.'}
            </Empty>
          </section>
        )}
        {!failed && !waiting && rows.length > 0 && (
          <section className="sheet stack" aria-labelledby="need-title">
            <header>
              <h2 id="need-title">
                {indicator
                  ? (indicators.data?.results.find(({ code }) => code === indicator)?.label ??
                    'Score and level')
                  : `Schools in ${term}`}
              </h2>
              {asAt && <p className="soft small">As at {day(asAt)}</p>}
            </header>
            {indicator ? (
              <OverTime
                rows={rows}
                terms={terms}
                indicator={indicators.data?.results.find(({ code }) => code === indicator)}
                levels={levels.data?.results ?? []}
                plain={search.view === 'table'}
              />
            ) : (
              <SchoolsByIndicator
                rows={rows}
                term={termOf(term ?? '')}
                indicators={indicators.data?.results ?? []}
                levels={levels.data?.results ?? []}
                plain={search.view === 'table'}
              />
            )}
            <HeatLegend />
          </section>
        )}
      </div>
    </Page>
  );
}
