import type { DataSetColumn, DataSetMeta } from '../api/types.gen';
import type { Point, Series } from '../ui/LineChart';
import { behind, figureOf, isPicked, labelOf, measureOf, type Row } from './columns';

/** So many lines can be told apart. */
const MOST_LINES = 7;
/** So many values are still read one below the other. */
const MOST_DOTS = 40;
/** Of more rows none is drawn, as nobody could read it. */
export const MOST_ROWS = 1000;

const ENDS = { autumn: '12-31', spring: '03-31', summer: '07-31' } as const;

/** How a row stands, beside what it is of: this changes within a line. */
const STANDING: Record<string, string[]> = {
  'need-levels': ['computedLevel', 'level'],
  'cycle-progress': ['stage'],
};

export interface Dot {
  label: string;
  value?: number;
  display: string;
  open?: boolean;
}

/** What is drawn of some rows, or why nothing is. */
export type Drawing =
  | { kind: 'lines'; series: Series[]; unit: string; decimals: number | undefined; without: number }
  | {
      kind: 'dots';
      dots: Dot[];
      period: string;
      unit: string;
      decimals: number | undefined;
      without: number;
    }
  | { kind: 'none'; why: string };

interface Placed {
  row: Row;
  label: string;
  /** Its year and term, as a number that grows by one from one to the next. */
  place: number;
  date: string;
}

/** One indicator over the years; or, where there is one year alone, of everything side by side. */
export function drawingOf(
  { id, columns }: Pick<DataSetMeta, 'id' | 'columns'>,
  rows: Row[],
  indicator: DataSetColumn,
): Drawing {
  const known = rows.filter((row) => figureOf(row[indicator.name]) !== undefined);
  if (known.length === 0) {
    return { kind: 'none', why: `No row has a figure of “${indicator.label}”.` };
  }
  const measures = known.map((row) => measureOf(indicator, row, columns));
  const units = [...new Set(measures.map(({ unit }) => unit))];
  if (units.length > 1) {
    return {
      kind: 'none',
      why: `These values are of different units (${units.map(unitInWords).join(', ')}), and one axis cannot hold them. Choose one ${subjectWord(columns)}.`,
    };
  }
  const apart = columns.filter(
    (column) =>
      isPicked(column) &&
      column.kind !== 'time-period' &&
      !['resultStatus', 'term', ...(STANDING[id] ?? [])].includes(column.name) &&
      new Set(rows.map((row) => String(row[column.name]))).size > 1,
  );
  const termed = columns.some(({ name }) => name === 'term');
  const placed = rows.map((row) => ({ row, label: called(apart, row, indicator), ...placeOf(row, termed) }));
  if (new Set(placed.map(({ label, place }) => `${place} ${label}`)).size < placed.length) {
    return {
      kind: 'none',
      why: 'Several rows are of the same time and differ in nothing that can be drawn. The table tells them apart.',
    };
  }
  const labels = [...new Set(placed.map(({ label }) => label))];
  const measure = {
    unit: behind(units[0] ?? ''),
    decimals: measures.every(({ decimals }) => decimals === measures[0]?.decimals)
      ? measures[0]?.decimals
      : undefined,
    without: rows.length - known.length,
  };
  const fewer = `Choose fewer: ${apart.map((column) => column.label.toLowerCase()).join(', ')}.`;
  if (new Set(placed.map(({ place }) => place)).size === 1) {
    return placed.length > MOST_DOTS
      ? {
          kind: 'none',
          why: `There would be ${placed.length} values one below the other, and ${MOST_DOTS} can be read. ${fewer}`,
        }
      : { kind: 'dots', dots: dotsOf(placed, indicator), period: periodOf(placed[0]?.row ?? {}), ...measure };
  }
  return labels.length > MOST_LINES
    ? {
        kind: 'none',
        why: `There would be ${labels.length} lines, and ${MOST_LINES} can be told apart. ${fewer}`,
      }
    : {
        kind: 'lines',
        series: labels.map((label) => ({
          label,
          points: pointsOf(
            placed.filter((one) => one.label === label),
            indicator,
          ),
        })),
        ...measure,
      };
}

function unitInWords(unit: string): string {
  return unit === 'percent' ? 'per cent' : unit === '' ? 'none' : unit;
}

function subjectWord(columns: DataSetColumn[]): string {
  const column = columns.find(({ options }) => options?.some(({ decimals }) => decimals != null));
  return column?.label.toLowerCase() ?? 'indicator';
}

function called(apart: DataSetColumn[], row: Row, indicator: DataSetColumn): string {
  return (
    apart.map((column) => labelOf(column, String(row[column.name] ?? '–'), row)).join(', ') || indicator.label
  );
}

function placeOf(row: Row, termed: boolean): { place: number; date: string } {
  const start = Number(String(row.academicYear).slice(0, 4));
  const term = termed ? (row.term as keyof typeof ENDS) : 'summer';
  const at = Object.keys(ENDS).indexOf(term);
  return {
    place: termed ? 3 * start + at : start,
    date: `${term === 'autumn' ? start : start + 1}-${ENDS[term]}`,
  };
}

function periodOf({ academicYear, term }: Row): string {
  return [academicYear, term].filter(Boolean).join(', ');
}

function dotsOf(placed: Placed[], indicator: DataSetColumn): Dot[] {
  return placed.map(({ row, label }) => {
    const value = figureOf(row[indicator.name]);
    return {
      label,
      display: String(row[indicator.name] ?? '–'),
      ...(value !== undefined && { value }),
      ...(row.resultStatus === 'provisional' && { open: true }),
    };
  });
}

/** The figures, oldest first; no line leads to one before which something is missing. */
function pointsOf(placed: Placed[], indicator: DataSetColumn): Point[] {
  const points: Point[] = [];
  let before: number | undefined;
  for (const { row, place, date } of placed.toSorted((one, other) => one.place - other.place)) {
    const value = figureOf(row[indicator.name]);
    if (value !== undefined) {
      points.push({
        date,
        value,
        ...(row.resultStatus === 'provisional' && { open: true }),
        ...(before !== undefined && place - before > 1 && { apart: true }),
      });
      before = place;
    }
  }
  return points;
}
