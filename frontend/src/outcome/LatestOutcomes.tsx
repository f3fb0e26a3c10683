import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { outcomeResourceList } from '../api/sdk.gen';
import type { Measure, Outcome } from '../api/types.gen';
import { day, number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { byYear } from './byYear';
import { cohortsOf } from './cohorts';
import { shown, useMeasures } from './measures';
import { Symbols } from './Symbols';

const YEARS = 3;

/** Teacher assessment has a page of its own. */
const STAGES = ['EYFS', 'KS1', 'KS2', 'KS4', 'ALL'];

/** The outcomes of all pupils in the last years, each with its pupils, source and date, beside England. */
export function LatestOutcomes({ urn }: { urn: number }) {
  const measures = useMeasures();
  const stages = useQueries({
    queries: STAGES.map((keyStage) => ({
      queryKey: ['outcomes', urn, 'latest', keyStage],
      queryFn: () =>
        answered(
          outcomeResourceList({ path: { urn }, query: { keyStage, pupilGroup: 'ALL', pageSize: 200 } }),
        ),
    })),
  });
  const failed = [...stages, measures].find((one) => one.isError);
  const waiting = measures.isPending || stages.some((one) => one.isPending);
  const rows = waiting ? [] : stages.flatMap((one) => one.data?.results ?? []);
  const years = [...new Set(rows.map((row) => row.academicYear))].sort().slice(-YEARS);
  const lines = (measures.data?.results ?? []).filter(isHeadline).flatMap((measure) => {
    const own = rows.filter((row) => row.measureCode === measure.code);
    const { cohort } = cohortsOf(own, undefined);
    const values = byYear(own.filter((row) => row.cohort === cohort));
    return years.some((year) => values[year]) ? [{ measure, values }] : [];
  });
  return (
    <section className="sheet" aria-labelledby="latest-outcomes">
      <header>
        <h2 id="latest-outcomes">Outcomes of all pupils</h2>
        <Link to="/schools/$urn/outcomes" params={{ urn: String(urn) }} className="small">
          All outcomes
        </Link>
      </header>
      {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
      {!failed && waiting && <Loading what="outcomes" />}
      {!failed && !waiting && lines.length === 0 && (
        <Empty>
          No outcome has come in yet. They come with imports, published or from the school’s system.
        </Empty>
      )}
      {lines.length > 0 && (
        <div className="table folds">
          <table className="dense">
            <caption className="visually-hidden">
              Outcomes of all pupils in the last {years.length} academic years
            </caption>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                {years.map((year) => (
                  <th key={year} scope="col" className="figure">
                    {year}
                  </th>
                ))}
                <th scope="col" className="figure">
                  England
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ measure, values }) => {
                const beside = years
                  .map((year) => values[year])
                  .findLast((row) => row?.benchmarks.england != null);
                return (
                  <tr key={measure.code}>
                    <th scope="row">
                      <Link
                        to="/schools/$urn/outcomes"
                        params={{ urn: String(urn) }}
                        search={{ measure: measure.code }}
                      >
                        {measure.label}
                      </Link>
                    </th>
                    {years.map((year) => (
                      <td key={year} data-label={year} className="figure">
                        <Value row={values[year]} />
                      </td>
                    ))}
                    <td data-label="England" className="figure">
                      <span>
                        {shown(beside?.benchmarks.england, measure)}
                        {beside && <small>{beside.academicYear}</small>}
                      </span>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {lines.length > 0 && (
        <>
          <Sources years={years} rows={lines.flatMap(({ values }) => Object.values(values))} />
          <Symbols
            rows={lines.flatMap(({ values }) => Object.values(values).filter((row) => row !== undefined))}
          />
        </>
      )}
    </section>
  );
}

/** What a term alone was is on the page of outcomes. */
function isHeadline({ code }: Measure): boolean {
  return !code.endsWith('_TERM');
}

function Value({ row }: { row: Outcome | undefined }) {
  if (!row) {
    return '–';
  }
  const notes = [
    row.cohortSize != null && `of ${number(row.cohortSize)}`,
    row.resultStatus !== 'final' && row.resultStatus,
    row.partial && 'partial',
  ].filter(Boolean);
  return (
    <span>
      {row.display}
      {notes.length > 0 && <small>{notes.join(', ')}</small>}
    </span>
  );
}

/** Where the values of each year come from, with the newest date of each source. */
function Sources({ years, rows }: { years: string[]; rows: (Outcome | undefined)[] }) {
  const said = years.map((year) => {
    const dates = new Map<string, string>();
    for (const row of rows) {
      if (row?.academicYear === year && row.date > (dates.get(row.source) ?? '')) {
        dates.set(row.source, row.date);
      }
    }
    return `${year}: ${[...dates].map(([source, date]) => `${source}, ${day(date)}`).join('; ')}`;
  });
  return <p className="soft small">{said.join(' · ')}. Behind “of” stands the number of pupils.</p>;
}
