import { useRef, useState } from 'react';
import type { DataSetQuery, DownloadFormat, Labels } from '../api/types.gen';
import { Choice } from '../ui/Choice';
import { download } from '../ui/download';
import { FormProblem } from '../ui/Field';
import { number, size } from '../ui/format';
import { useChange } from '../ui/useChange';
import { fetchRows } from './useDataSet';

const FORMATS: [DownloadFormat, string, string][] = [
  ['csv', 'CSV', 'for every tool'],
  ['xlsx', 'XLSX', 'for a spreadsheet'],
  ['parquet', 'Parquet', 'for Python, R and databases'],
  ['ndjson', 'NDJSON', 'an object in each line'],
];
const LABELS: [Labels, string][] = [
  ['both', 'Codes and labels'],
  ['codes', 'Codes alone'],
  ['labels', 'Labels alone'],
];
/** How often it is told how much has come, so that a screen reader is not kept busy. */
const TOLD_EVERY = 2000;

interface Props {
  id: string;
  query: DataSetQuery;
  /** How many rows there are, as far as that is known. */
  total: number | undefined;
  onLabels: (labels: Labels) => void;
}

/** Brings all rows that are asked for to the disk. */
export function Downloads({ id, query, total, onLabels }: Props) {
  const change = useChange();
  const [said, setSaid] = useState('');
  const told = useRef(0);
  const save = (format: DownloadFormat) =>
    change.run(async () => {
      told.current = Date.now();
      setSaid('Fetching …');
      try {
        const { file, name } = await fetchRows(id, format, query, (bytes) => {
          if (Date.now() - told.current >= TOLD_EVERY) {
            told.current = Date.now();
            setSaid(`Fetching … ${size(bytes)} so far`);
          }
        });
        download(file, name);
        setSaid(`${name} has arrived, ${size(file.size)}.`);
      } catch (cause) {
        setSaid('');
        throw cause;
      }
    });
  return (
    <section className="sheet stack" aria-labelledby="download-title">
      <h2 id="download-title">Download</h2>
      <p className="soft small">
        {total === 0
          ? 'No row is like this: a file holds the names of the columns alone.'
          : `${total === undefined || total === 1 ? 'Every row' : `All ${number(total)} rows`}, not only those of this page. A symbol stands in its column; in Parquet in a column of its own.`}
      </p>
      <Choice
        label="With"
        options={LABELS}
        chosen={query.labels ?? 'both'}
        onChoose={(labels) => onLabels(labels)}
      />
      <ul className="formats">
        {FORMATS.map(([format, label, use]) => (
          <li key={format}>
            <button className="button" type="button" aria-disabled={change.busy} onClick={() => save(format)}>
              {label}
              <span className="visually-hidden"> file</span>
            </button>
            <span className="soft small">{use}</span>
          </li>
        ))}
      </ul>
      <FormProblem problem={change.problem} />
      <p role="status" className="small">
        {said}
      </p>
    </section>
  );
}
