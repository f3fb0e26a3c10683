import { Link } from '@tanstack/react-router';
import type { Measure, Outcome } from '../api/types.gen';
import { STATUS } from '../target/status';
import { Export } from '../ui/Export';
import { day, number, words } from '../ui/format';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { BENCHMARKS, type Benchmark } from './benchmarks';
import { HistoryOf } from './HistoryOf';
import type { Line } from './lines';
import { shown } from './measures';

interface Props {
  lines: Line[];
  measure: Measure | undefined;
  termly: boolean;
  compare: Benchmark[];
  /** What is shown, for the name of a file. */
  name: string[];
}

/** Outcomes as a table, newest first: each value with its pupils, its certainty, and where it comes from. */
export function OutcomeTable({ lines, measure, termly, compare, name }: Props) {
  const columns = columnsOf(measure, termly, compare);
  const history: Column<Line> = {
    label: 'History',
    text: () => '',
    show: (line) => line.kind === 'value' && <HistoryOf row={line.row} />,
  };
  return (
    <>
      <Table
        caption="Newest first; the number of pupils stands beside every value"
        columns={[...columns, history]}
        rows={lines}
        keyOf={(line) => line.key}
      />
      <p className="actions">
        <Export name={name} columns={columns} rows={lines} />
      </p>
    </>
  );
}

function columnsOf(measure: Measure | undefined, termly: boolean, compare: Benchmark[]): Column<Line>[] {
  const ofValue = (say: (row: Outcome) => string) => (line: Line) =>
    line.kind === 'value' ? say(line.row) : '';
  const exact = measure && { unit: measure.unit, decimals: undefined };
  const figureOf = (line: Line) =>
    line.kind === 'value'
      ? line.row.display
      : line.kind === 'target'
        ? shown(line.target.targetValue, exact)
        : '';
  return [
    {
      label: 'Year',
      text: (line) => (line.kind === 'target' ? `${line.year}, target` : line.year),
    },
    ...(termly ? [{ label: 'Term', text: ofValue((row) => words(row.assessmentPoint)) }] : []),
    { label: 'Value', figure: true, text: figureOf, show: (line) => <strong>{figureOf(line)}</strong> },
    { label: '95% interval', figure: true, text: ofValue((row) => intervalOf(row, measure)) },
    {
      label: 'Pupils',
      figure: true,
      text: ofValue(({ cohortSize }) => (cohortSize == null ? '' : number(cohortSize))),
    },
    ...compare.map((benchmark) => ({
      label: BENCHMARKS[benchmark].label,
      figure: true,
      text: ofValue(({ benchmarks: { [benchmark]: value } }) => (value == null ? '' : shown(value, measure))),
    })),
    {
      label: 'Source',
      text: (line) =>
        line.kind === 'value'
          ? `${words(line.row.source)}, ${day(line.row.date)}`
          : line.kind === 'target'
            ? `This year’s cycle, due ${day(line.target.dueDate)}`
            : '',
      show: (line) =>
        line.kind === 'target' ? (
          <Link to="/targets/$id" params={{ id: line.target.id }}>
            Target, due {day(line.target.dueDate)}
          </Link>
        ) : (
          line.kind === 'value' && `${words(line.row.source)}, ${day(line.row.date)}`
        ),
    },
    { label: 'Result', text: resultOf, show: (line) => <Result line={line} /> },
  ];
}

function intervalOf({ confidenceLower, confidenceUpper }: Outcome, measure: Measure | undefined): string {
  return confidenceLower == null || confidenceUpper == null
    ? ''
    : `${shown(confidenceLower, measure)} to ${shown(confidenceUpper, measure)}`;
}

function resultOf(line: Line): string {
  switch (line.kind) {
    case 'target':
      return STATUS[line.target.status].label;
    case 'missing':
      return line.reason;
    default:
      return [words(line.row.resultStatus), partialOf(line.row)].filter(Boolean).join('; ');
  }
}

function partialOf({ partial, coverage }: Outcome): string {
  return partial ? `partial, ${Math.floor((coverage ?? 0) * 100)}% of pupils` : '';
}

function Result({ line }: { line: Line }) {
  if (line.kind === 'target') {
    const { label, tone } = STATUS[line.target.status];
    return <Pill tone={tone}>{label}</Pill>;
  }
  if (line.kind === 'missing') {
    return <span className="small">{line.reason}</span>;
  }
  return (
    <span>
      {line.row.resultStatus === 'final' ? 'Final' : <Pill tone="warn">{words(line.row.resultStatus)}</Pill>}
      {line.row.partial && <Pill tone="warn">{words(partialOf(line.row))}</Pill>}
    </span>
  );
}
