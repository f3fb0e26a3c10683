import { Link } from '@tanstack/react-router';
import type { Measure } from '../api/types.gen';
import { Export } from '../ui/Export';
import { number, words } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { apart } from './gaps';
import type { TrustSearch } from './TrustOutcomes';
import { type BesideRow, type Cell, changeTo, type SchoolRow } from './trust';

type Row = SchoolRow | BesideRow;

interface Props {
  rows: Row[];
  years: string[];
  /** The year that is looked at. */
  year: string;
  measure: Measure;
  search: TrustSearch;
  /** What is shown, for the name of a file. */
  name: string[];
}

/** Schools and years, and what they are held against. */
export function TrustTable({ rows, years, year: looked, measure, search, name }: Props) {
  const school: Column<Row> = {
    label: 'School',
    text: (row) => row.name,
    show: (row) =>
      row.kind === 'beside' ? (
        row.name
      ) : (
        <Link
          to="/schools/$urn/outcomes"
          params={{ urn: String(row.urn) }}
          search={{ measure: measure.code, group: search.group, cohort: search.cohort, term: search.term }}
        >
          {row.name}
        </Link>
      ),
  };
  const moves: Column<Row>[] = [
    {
      label: `Change to ${looked}`,
      figure: true,
      text: (row) => {
        const change = changeTo(looked, row);
        return change === undefined ? '' : apart(change, measure);
      },
    },
    {
      label: `Gap of disadvantaged in ${looked}`,
      figure: true,
      text: (row) => (row.kind === 'school' && row.gap !== undefined ? apart(row.gap, measure) : ''),
    },
  ];
  const shown = years.map(
    (year): Column<Row> => ({
      label: year,
      figure: true,
      text: (row) => row.byYear[year]?.display ?? '',
      show: (row) => row.byYear[year] && <Value value={row.byYear[year]} />,
    }),
  );
  const exported = years.flatMap((year): Column<Row>[] => [
    { label: year, text: (row) => row.byYear[year]?.display ?? '' },
    { label: `${year} pupils`, text: (row) => pupilsOf(row.byYear[year]) },
    { label: `${year} result`, text: (row) => flagsOf(row.byYear[year]) },
  ]);
  return (
    <>
      <Table
        caption="Each value with the number of pupils; the change is from the year before that has a value"
        columns={[school, ...shown, ...moves]}
        rows={rows}
        keyOf={(row) => (row.kind === 'school' ? String(row.urn) : row.name)}
        dense
      />
      <p className="actions">
        <Export name={name} columns={[school, ...exported, ...moves]} rows={rows} />
      </p>
    </>
  );
}

function pupilsOf(value: Cell | undefined): string {
  return value?.cohortSize == null ? '' : number(value.cohortSize);
}

function flagsOf(value: Cell | undefined): string {
  return [
    value?.resultStatus && value.resultStatus !== 'final' && words(value.resultStatus),
    value?.partial && 'Partial',
  ]
    .filter(Boolean)
    .join(', ');
}

function Value({ value }: { value: Cell }) {
  const notes = [pupilsOf(value) && `${pupilsOf(value)} pupils`, flagsOf(value)].filter(Boolean);
  return (
    <span>
      {value.display}
      {notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </span>
  );
}
