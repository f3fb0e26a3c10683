import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { outcomeResourceList } from '../api/sdk.gen';
import type { Measure, Outcome } from '../api/types.gen';
import { Export } from '../ui/Export';
import { Field } from '../ui/Field';
import { day, number, words } from '../ui/format';
import { LineChart, type Series } from '../ui/LineChart';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { GROUPS } from './groups';
import { shown, unitOf, useMeasures } from './measures';
import { Symbols } from './Symbols';
import { settled } from './settled';

const route = getRouteApi('/shell/schools/$urn/outcomes');

/** What the address of the page can say. */
export interface OutcomeSearch {
  measure?: string;
  group?: string;
  view?: 'chart' | 'table';
}

/** The outcomes of a school: one measure and group over the years, as chart or table, against benchmarks. */
export function OutcomesPage() {
  const urn = Number(route.useParams().urn);
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const measure = wanted.measure ?? 'KS2_RWM_EXP';
  const group = wanted.group ?? 'ALL';
  const view = wanted.view ?? 'chart';
  const change = (next: OutcomeSearch) =>
    navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const measures = useMeasures();
  const outcomes = useQuery({
    queryKey: ['outcomes', urn, measure, group],
    queryFn: () =>
      answered(
        outcomeResourceList({
          path: { urn },
          query: { measureCode: measure, pupilGroup: group, pageSize: 200 },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const rows = outcomes.data?.results ?? [];
  const about = measures.data?.results.find((one) => one.code === measure);
  return (
    <section className="sheet" aria-labelledby="outcomes-title">
      <div className="filters">
        <Field label="Measure">
          <select value={measure} onChange={(event) => change({ measure: event.target.value })}>
            {(measures.data?.results ?? [{ code: measure, label: measure }]).map((one) => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Pupils">
          <select value={group} onChange={(event) => change({ group: event.target.value })}>
            {Object.entries(GROUPS).map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <fieldset className="field">
          <legend>Show as</legend>
          <div className="actions">
            {(['chart', 'table'] as const).map((way) => (
              <button
                key={way}
                className={view === way ? 'button primary' : 'button'}
                type="button"
                aria-pressed={view === way}
                onClick={() => change({ view: way })}
              >
                {words(way)}
              </button>
            ))}
          </div>
        </fieldset>
      </div>
      <header>
        <h2 id="outcomes-title">
          {about?.label ?? measure}, {(GROUPS[group] ?? group).toLowerCase()}
        </h2>
      </header>
      {about && <p className="soft small">{about.computation}.</p>}
      {outcomes.isPending && <Loading what="outcomes" />}
      {outcomes.isError && <Failed cause={outcomes.error} retry={() => outcomes.refetch()} />}
      {outcomes.data && rows.length === 0 && (
        <Empty>
          There is no value of this measure for these pupils. Choose another measure, or all pupils.
        </Empty>
      )}
      {rows.length > 0 && (
        <div className="stack">
          {view === 'chart' && <Chart rows={rows} title={about?.label ?? measure} measure={about} />}
          {view === 'table' && (
            <>
              <Table
                caption="Newest first; the number of pupils stands beside every value"
                columns={columnsOf(about)}
                rows={rows}
                keyOf={(row) => `${row.academicYear}-${row.assessmentPoint}-${row.source}`}
              />
              <p className="actions">
                <Export
                  name={[`School ${urn}`, about?.label ?? measure]}
                  columns={columnsOf(about)}
                  rows={rows}
                />
              </p>
            </>
          )}
          <Symbols rows={rows} />
        </div>
      )}
    </section>
  );
}

function Chart({ rows, title, measure }: { rows: Outcome[]; title: string; measure: Measure | undefined }) {
  const values = settled(rows);
  const points = (pick: (row: Outcome) => number | undefined) =>
    values.flatMap((row) => {
      const value = pick(row);
      return value === undefined || value === null ? [] : [{ date: row.date, value }];
    });
  const series: Series[] = [
    {
      label: 'This school',
      points: values.flatMap(({ date, value, resultStatus, partial }) =>
        value === undefined ? [] : [{ date, value, open: resultStatus !== 'final' || partial }],
      ),
    },
    { label: 'England, state-funded', points: points((row) => row.benchmarks.england), dashed: true },
    { label: 'Local authority', points: points((row) => row.benchmarks.localAuthority), dashed: true },
  ].filter((one) => one.points.length > 0);
  if (series.length === 0) {
    return <Empty>There are no values to draw. The table says why.</Empty>;
  }
  return <LineChart title={title} series={series} unit={unitOf(measure)} decimals={measure?.decimals} />;
}

function columnsOf(measure: Measure | undefined): Column<Outcome>[] {
  return [
    { label: 'Year', text: (row) => row.academicYear },
    { label: 'Point', text: (row) => words(row.assessmentPoint) },
    {
      label: 'Value',
      figure: true,
      text: (row) => row.display,
      show: (row) => <strong>{row.display}</strong>,
    },
    { label: 'Pupils', figure: true, text: (row) => number(row.cohortSize) },
    { label: 'England', figure: true, text: (row) => shown(row.benchmarks.england, measure) },
    { label: 'Local authority', figure: true, text: (row) => shown(row.benchmarks.localAuthority, measure) },
    { label: 'Source', text: (row) => `${words(row.source)}, ${day(row.date)}` },
    { label: 'Result', text: (row) => words(row.resultStatus) },
  ];
}
