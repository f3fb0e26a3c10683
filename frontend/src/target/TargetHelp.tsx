import type { UseQueryResult } from '@tanstack/react-query';
import type { TargetHelp as Help, Measure, TargetHelpYear } from '../api/types.gen';
import { shown, unitOf } from '../outcome/measures';
import { day, number } from '../ui/format';
import { LineChart, type Series } from '../ui/LineChart';
import { Failed, Loading } from '../ui/Page';
import { type Column, Table } from '../ui/Table';

interface Props {
  help: UseQueryResult<Help>;
  measure: Measure | undefined;
  /** Takes the latest value as the baseline. */
  onBaseline: (latest: { date: string; value: number }) => void;
}

/** Where the school stands and comes from, and what is usual, beside the fields of a target. */
export function TargetHelp({ help, measure, onBaseline }: Props) {
  const found = help.data;
  return (
    <section className="notice stack" aria-label="What helps to set it">
      {help.isPending && <Loading what="what helps to set it" />}
      {help.isError && <Failed cause={help.error} retry={() => help.refetch()} />}
      {found && (
        <>
          {found.latest ? (
            <p className="actions">
              <span>
                Latest: <strong>{found.latest.display}</strong> on {day(found.latest.date)}
              </span>
              <button
                className="button"
                type="button"
                onClick={() => found.latest && onBaseline(found.latest)}
              >
                Use as baseline
              </button>
            </p>
          ) : (
            <p className="soft">There is no value yet for this measure and these pupils that you may see.</p>
          )}
          {usual(found, measure) && <p className="small">{usual(found, measure)}</p>}
          {found.years.length > 0 && (
            <details>
              <summary>The last years, here and elsewhere</summary>
              <div className="stack">
                <Table
                  caption="At the end of the year"
                  columns={columnsOf(found.years, measure)}
                  rows={found.years.toReversed()}
                  keyOf={(year) => year.academicYear}
                  dense
                />
                <LineChart
                  title="At the end of the year"
                  series={seriesOf(found.years)}
                  unit={unitOf(measure)}
                  decimals={measure?.decimals}
                />
              </div>
            </details>
          )}
        </>
      )}
    </section>
  );
}

const ELSEWHERE = [
  { field: 'england', label: 'England', look: 2 },
  { field: 'localAuthority', label: 'Local authority', look: 3 },
  { field: 'trust', label: 'Trust', look: 4 },
  { field: 'similarSchools', label: 'Similar schools', look: 5 },
] as const;

function columnsOf(years: TargetHelpYear[], measure: Measure | undefined): Column<TargetHelpYear>[] {
  return [
    { label: 'Year', text: (year) => year.academicYear },
    { label: 'This school', text: (year) => year.display, figure: true },
    ...ELSEWHERE.filter(({ field }) => years.some((year) => year[field] != null)).map(
      ({ field, label }): Column<TargetHelpYear> => ({
        label,
        text: (year) => shown(year[field], measure),
        figure: true,
      }),
    ),
  ];
}

function seriesOf(years: TargetHelpYear[]): Series[] {
  return [{ field: 'value', label: 'This school', look: 1 } as const, ...ELSEWHERE]
    .map(({ field, label, look }) => ({
      label,
      look,
      dashed: field !== 'value',
      points: years.flatMap((year) => {
        const value = year[field];
        return value == null ? [] : [{ date: `${Number(year.academicYear.slice(0, 4)) + 1}-07-31`, value }];
      }),
    }))
    .filter((one) => one.points.length > 0);
}

/** What a year usually changes, in a sentence. */
function usual({ yearlyChange, similarYearlyChange }: Help, measure: Measure | undefined): string {
  const told = (change: number) => `${change > 0 ? '+' : ''}${number(change, (measure?.decimals ?? 0) + 1)}`;
  const parts = [
    yearlyChange == null ? '' : `${told(yearlyChange)} in this school`,
    similarYearlyChange == null ? '' : `${told(similarYearlyChange)} in similar schools`,
  ].filter(Boolean);
  return parts.length > 0 ? `A year usually changes it by ${parts.join(', ')}.` : '';
}
