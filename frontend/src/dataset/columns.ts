import type { ColumnOption, DataSetColumn, DataSetMeta } from '../api/types.gen';
import { day, number, words } from '../ui/format';

export type Row = Record<string, unknown>;

/** What rows are picked by: when, where and what of. */
export function isPicked({ kind }: DataSetColumn): boolean {
  return kind === 'time-period' || kind === 'location' || kind === 'filter';
}

export function isFigure({ type, kind }: DataSetColumn): boolean {
  return (type === 'number' || type === 'integer') && kind !== 'location' && kind !== 'attribute';
}

/** What a row is about whose unit a figure is in. */
function subjectOf({ unitIn }: DataSetColumn, row: Row, columns: DataSetColumn[]): ColumnOption | undefined {
  const column = columns.find(({ name }) => name === unitIn);
  return column?.options?.find(({ code }) => code === String(row[column.name]));
}

/** The unit and the decimals of a column in a row. */
export function measureOf(
  column: DataSetColumn,
  row: Row,
  columns: DataSetColumn[],
): { unit: string; decimals: number | undefined } {
  const subject = subjectOf(column, row, columns);
  return subject
    ? { unit: subject.unit ?? '', decimals: subject.decimals ?? undefined }
    : { unit: column.unit ?? '', decimals: column.decimals ?? undefined };
}

/** A unit as it stands behind a figure; a score or points by themselves say nothing there. */
export function behind(unit: string): string {
  return unit === 'percent' || unit === '%' ? '%' : unit === 'days' ? ' days' : '';
}

/** A figure as a number; undefined where a symbol stands in its place, or nothing. */
export function figureOf(value: unknown): number | undefined {
  const figure = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return value === '' || Number.isNaN(figure) ? undefined : figure;
}

/** What a code is called; one that is a word is its own name. */
export function labelOf(column: DataSetColumn, code: string, row?: Row): string {
  if (column.type === 'academic-year') {
    return code;
  }
  const given = row?.[`${column.name}Label`];
  const label =
    typeof given === 'string' ? given : column.options?.find((option) => option.code === code)?.label;
  return label !== undefined && label !== code ? label : /^[a-z]+(-[a-z]+)*$/.test(code) ? words(code) : code;
}

/** What stands in a cell; nothing where there is no value. */
export function shown(column: DataSetColumn, row: Row, columns: DataSetColumn[]): string {
  const value = row[column.name] ?? (column.labelled ? row[`${column.name}Label`] : undefined);
  if (value === null || value === undefined) {
    return '';
  }
  if (isFigure(column)) {
    const { unit, decimals } = measureOf(column, row, columns);
    const figure = figureOf(value);
    return figure === undefined
      ? String(value)
      : `${unit === '£' ? '£' : ''}${number(figure, decimals)}${behind(unit)}`;
  }
  switch (column.type) {
    case 'boolean':
      return value ? 'Yes' : 'No';
    case 'date':
      return day(String(value));
    default:
      return labelOf(column, String(value), row);
  }
}

/** Whether a symbol stands where a figure is expected. */
export function symbolOf(column: DataSetColumn, row: Row, { symbols }: DataSetMeta) {
  return column.symbolic ? symbols.find(({ symbol }) => symbol === row[column.name]) : undefined;
}

/** The columns of the answer: what rows are told apart by, and the indicators that are asked for. */
export function columnsShown(columns: DataSetColumn[], indicators: string[]): DataSetColumn[] {
  return columns.filter(
    ({ kind, name }) => kind !== 'indicator' || indicators.length === 0 || indicators.includes(name),
  );
}
