import { csvOf } from './csv';
import { download } from './download';
import type { Column } from './Table';

interface Props<R> {
  /** What it is about, for the name of the file: the school, the measure … */
  name: string[];
  columns: Column<R>[];
  rows: R[];
}

/** Brings what a table shows to the disk, as CSV. */
export function Export<R>({ name, columns, rows }: Props<R>) {
  const save = () => {
    const records = [
      columns.map(({ label }) => label),
      ...rows.map((row) => columns.map(({ text }) => text(row))),
    ];
    download(new Blob([csvOf(records)], { type: 'text/csv;charset=utf-8' }), fileName(name, new Date()));
  };
  return (
    <button className="button" type="button" onClick={save}>
      Download CSV
    </button>
  );
}

/** The name of a file that says what is in it and of which day it is. */
export function fileName(name: string[], day: Date): string {
  const said = name
    .join(' ')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `${said}-${date}.csv`;
}
