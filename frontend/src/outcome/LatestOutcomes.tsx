import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { outcomeResourceList } from '../api/sdk.gen';
import type { Outcome } from '../api/types.gen';
import { day, number, words } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { shown, useMeasures } from './measures';
import { Symbols } from './Symbols';
import { settled } from './settled';

const YEARS = 3;

/** The outcomes of all pupils in the last years, each year with its source and date, beside England. */
export function LatestOutcomes({ urn }: { urn: number }) {
  const measures = useMeasures();
  const outcomes = useQuery({
    queryKey: ['outcomes', urn, 'latest'],
    queryFn: () =>
      answered(
        outcomeResourceList({ path: { urn }, query: { pupilGroup: 'ALL', headline: true, pageSize: 200 } }),
      ),
  });
  const rows = outcomes.data?.results ?? [];
  const years = [...new Set(rows.map((row) => row.academicYear))].sort().slice(-YEARS);
  const catalogue = measures.data?.results ?? [];
  const lines = catalogue.flatMap((measure) => {
    const own = settled(rows.filter((row) => row.measureCode === measure.code));
    return own.length > 0 ? [{ measure, own }] : [];
  });
  return (
    <section className="sheet" aria-labelledby="latest-outcomes">
      <header>
        <h2 id="latest-outcomes">Outcomes of all pupils</h2>
        <Link to="/schools/$urn/outcomes" params={{ urn: String(urn) }} className="small">
          All outcomes
        </Link>
      </header>
      {(outcomes.isPending || measures.isPending) && <Loading what="outcomes" />}
      {outcomes.isError && <Failed cause={outcomes.error} retry={() => outcomes.refetch()} />}
      {measures.isError && <Failed cause={measures.error} retry={() => measures.refetch()} />}
      {outcomes.data && measures.data && lines.length === 0 && (
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
              {lines.map(({ measure, own }) => {
                const beside = own.findLast((row) => row.benchmarks.england != null);
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
                        <Value row={own.findLast((row) => row.academicYear === year)} />
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
          <Sources years={years} rows={lines.flatMap((line) => line.own)} />
          <Symbols rows={lines.flatMap((line) => line.own)} />
        </>
      )}
    </section>
  );
}

function Value({ row }: { row: Outcome | undefined }) {
  if (!row) {
    return '–';
  }
  return (
    <span>
      {row.display}
      {row.resultStatus !== 'final' && <small>{words(row.resultStatus)}</small>}
      {row.partial && <small>Partial</small>}
    </span>
  );
}

function Sources({ years, rows }: { years: string[]; rows: Outcome[] }) {
  const said = years.flatMap((year) => {
    const row = rows.findLast((one) => one.academicYear === year);
    const pupils = row?.cohortSize == null ? '' : `, ${number(row.cohortSize)} pupils`;
    return row ? [`${year}: ${row.source}, ${day(row.date)}${pupils}`] : [];
  });
  return <p className="soft small">{said.join(' · ')}</p>;
}
