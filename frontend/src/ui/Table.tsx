import type { ReactNode } from 'react';

/** A column of a table; the first one is the head of its row. */
export interface Column<R> {
  label: string;
  /** What stands in the cell, in words and figures: it is exported, and shown where nothing else is. */
  text: (row: R) => string;
  /** The same with its links and marks. */
  show?: (row: R) => ReactNode;
  figure?: boolean;
}

interface Props<R> {
  caption: ReactNode;
  columns: Column<R>[];
  rows: R[];
  keyOf: (row: R) => string;
  dense?: boolean;
}

/** A table of rows, which folds on a narrow screen. */
export function Table<R>({ caption, columns, rows, keyOf, dense }: Props<R>) {
  const cell = ({ text, show }: Column<R>, row: R) => (show ? show(row) : text(row));
  const classes = ({ figure }: Column<R>, filled: ReactNode) =>
    [figure && 'figure', !filled && 'none'].filter(Boolean).join(' ') || undefined;
  return (
    <div className="table folds">
      <table className={dense ? 'dense' : undefined}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.figure ? 'figure' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, at) => {
                const filled = cell(column, row);
                return at === 0 ? (
                  <th key={column.label} scope="row">
                    {filled}
                  </th>
                ) : (
                  <td key={column.label} data-label={column.label} className={classes(column, filled)}>
                    {filled || '–'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
