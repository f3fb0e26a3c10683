import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { outcomeResourceList } from '../api/sdk.gen';
import type { Measure, Outcome } from '../api/types.gen';
import { Choice } from '../ui/Choice';
import { Export } from '../ui/Export';
import { number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { lastOfYears } from './attendance';
import { apart } from './gaps';
import { GROUPS } from './groups';
import { shown } from './measures';
import { Symbols } from './Symbols';

interface Props {
  urn: number;
  measure: Measure;
  cohort: string;
  years: string[];
  year: string;
  onYear: (year: string) => void;
  /** What is shown, for the name of a file. */
  name: string[];
}

/** A measure for every group of the pupils, in one year, and how far each is from all of them. */
export function GroupsOfYear({ urn, measure, cohort, years, year, onYear, name }: Props) {
  const query = { measureCode: measure.code, cohort, academicYear: year, pageSize: 200 };
  const groups = useQuery({
    queryKey: ['outcomes', urn, query],
    queryFn: () => answered(outcomeResourceList({ path: { urn }, query })),
    placeholderData: keepPreviousData,
  });
  const known = lastOfYears(groups.data?.results ?? []);
  const rows = Object.keys(GROUPS).flatMap((group) => known.find((row) => row.pupilGroup === group) ?? []);
  const all = rows.find((row) => row.pupilGroup === 'ALL');
  const columns = columnsOf(measure, all);
  return (
    <section className="sheet stack" aria-labelledby="groups-title">
      <header>
        <h2 id="groups-title">{measure.label}: every group in one year</h2>
      </header>
      <div className="filters">
        <Choice label="Year" options={years.map((one) => [one, one])} chosen={year} onChoose={onYear} />
      </div>
      {groups.isPending && <Loading what="the groups" />}
      {groups.isError && <Failed cause={groups.error} retry={() => groups.refetch()} />}
      {groups.data && rows.length === 0 && (
        <Empty>There is nothing of this year. Choose another year, or all year groups.</Empty>
      )}
      {rows.length > 0 && (
        <>
          <Table
            caption={
              measure.unit === 'percent'
                ? 'How far each group is from all pupils, in percentage points'
                : 'How far each group is from all pupils'
            }
            columns={columns}
            rows={rows}
            keyOf={(row) => row.pupilGroup}
            dense
          />
          <Symbols rows={rows} />
          <p className="actions">
            <Export name={[...name, measure.label, year]} columns={columns} rows={rows} />
          </p>
        </>
      )}
    </section>
  );
}

function columnsOf(measure: Measure, all: Outcome | undefined): Column<Outcome>[] {
  return [
    { label: 'Pupils', text: (row) => row.pupilGroupLabel },
    {
      label: 'Value',
      figure: true,
      text: (row) => row.display,
      show: (row) => <strong>{row.display}</strong>,
    },
    {
      label: 'Number',
      figure: true,
      text: ({ cohortSize }) => (cohortSize == null ? '' : number(cohortSize)),
    },
    {
      label: 'From all pupils',
      figure: true,
      text: (row) =>
        row.pupilGroup === 'ALL' || row.value == null || all?.value == null
          ? ''
          : apart(row.value - all.value, measure),
    },
    {
      label: 'Trust',
      figure: true,
      text: ({ benchmarks: { trust } }) => (trust == null ? '' : shown(trust, measure)),
    },
  ];
}
