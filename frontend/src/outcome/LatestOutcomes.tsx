import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { outcomeResourceList } from '../api/sdk.gen';
import type { Measure, Outcome } from '../api/types.gen';
import { day, number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { byYear } from './byYear';
import { cohortsOf } from './cohorts';
import { shown, useMeasures } from './measures';
import { Symbols } from './Symbols';

const YEARS = 3;

/** Teacher assessment has a page of its own; what is of no key stage is shown of the whole school. */
const STAGES = [
  { keyStage: 'EYFS' },
  { keyStage: 'KS1' },
  { keyStage: 'KS2' },
  { keyStage: 'KS4' },
  { keyStage: 'ALL', cohort: 'ALL' },
];

/** The outcomes of all pupils in the last years, each with its pupils, source and date, beside England. */
export function LatestOutcomes({ urn }: { urn: number }) {
  const measures = useMeasures();
  const stages = useQueries({
    queries: STAGES.map((stage) => ({
      queryKey: ['outcomes', urn, 'latest', stage],
      queryFn: () =>
        answered(
          outcomeResourceList({ path: { urn }, query: { ...stage, pupilGroup: 'ALL', pageSize: 200 } }),
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
  const values = lines.flatMap((line) => years.flatMap((year) => line.values[year] ?? []));
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
        <>
          <Table
            caption={`The last ${years.length} academic years; behind “of” stands the number of pupils`}
            columns={columnsOf(urn, years, lines)}
            rows={lines}
            keyOf={({ measure }) => measure.code}
            dense
          />
          <Sources years={years} rows={values} />
          <Symbols rows={values} />
        </>
      )}
    </section>
  );
}

/** A measure, and its value of each year. */
interface Line {
  measure: Measure;
  values: Record<string, Outcome | undefined>;
}

function columnsOf(urn: number, years: string[], lines: Line[]): Column<Line>[] {
  const beside = years.findLast((year) =>
    lines.some(({ values }) => values[year]?.benchmarks.england != null),
  );
  return [
    {
      label: 'Measure',
      text: ({ measure }) => measure.label,
      show: ({ measure }) => (
        <Link to="/schools/$urn/outcomes" params={{ urn: String(urn) }} search={{ measure: measure.code }}>
          {measure.label}
        </Link>
      ),
    },
    ...years.map(
      (year): Column<Line> => ({
        label: year,
        figure: true,
        text: ({ values }) => values[year]?.display ?? '',
        show: ({ values }) => values[year] && <Value row={values[year]} />,
      }),
    ),
    ...(beside
      ? [
          {
            label: `England ${beside}`,
            figure: true,
            text: ({ measure, values }: Line) => shown(values[beside]?.benchmarks.england, measure),
          },
        ]
      : []),
  ];
}

/** What a term alone was is on the page of outcomes. */
function isHeadline({ code }: Measure): boolean {
  return !code.endsWith('_TERM');
}

function Value({ row }: { row: Outcome }) {
  return (
    <span>
      {row.display}
      {row.resultStatus !== 'final' && <Sign sign="*" word={row.resultStatus} />}
      {row.partial && <Sign sign="†" word="partial" />}
      {row.cohortSize != null && <small className="inline"> of {number(row.cohortSize)}</small>}
    </span>
  );
}

/** A sign that is explained below, and a word for those who hear it. */
function Sign({ sign, word }: { sign: string; word: string }) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden"> {word}</span>
    </>
  );
}

/** Where the values of each year come from, with the newest date of each source. */
function Sources({ years, rows }: { years: string[]; rows: Outcome[] }) {
  const said = years.map((year) => {
    const dates = new Map<string, string>();
    for (const row of rows) {
      if (row.academicYear === year && row.date > (dates.get(row.source) ?? '')) {
        dates.set(row.source, row.date);
      }
    }
    return `${year}: ${[...dates].map(([source, date]) => `${source}, ${day(date)}`).join('; ')}`;
  });
  const signs = [
    rows.some((row) => row.resultStatus !== 'final') && '* can still change',
    rows.some((row) => row.partial) && '† fewer than 95% of the pupils have a result',
  ].filter((sign) => sign !== false);
  return <p className="soft small">{[...said, ...signs].join(' · ')}</p>;
}
