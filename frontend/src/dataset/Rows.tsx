import { useRef } from 'react';
import type { DataSetColumn, DataSetMeta } from '../api/types.gen';
import { useScrolls } from '../ui/useScrolls';
import { isFigure, type Row, shown, symbolOf } from './columns';
import { type Asked, orderOf, pressed } from './query';

interface Props {
  meta: DataSetMeta;
  columns: DataSetColumn[];
  rows: Row[];
  asked: Asked;
  onAsk: (next: Partial<Asked>) => void;
}

/** Rows of a data set as they are read, under headers that sort. */
export function Rows({ meta, columns, rows, asked, onAsk }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(frame);
  const caption = `Rows of ${meta.title}`;
  return (
    <div
      ref={frame}
      className="table folds rows"
      {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      <table className="dense">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.name} column={column} asked={asked} onAsk={onAsk} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map((column, place) => (
                <Cell key={column.name} meta={meta} column={column} row={row} head={place === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** From so many characters on a text may take several lines. */
const LONG = 30;
const ARROWS = { rising: '▲', falling: '▼' };

function Header({ column, asked, onAsk }: { column: DataSetColumn } & Pick<Props, 'asked' | 'onAsk'>) {
  const order = orderOf(asked, column.name);
  return (
    <th
      scope="col"
      className={isFigure(column) ? 'figure' : undefined}
      aria-sort={order === 'rising' ? 'ascending' : order === 'falling' ? 'descending' : undefined}
    >
      <button
        className="sorter"
        type="button"
        onClick={() => onAsk({ sort: pressed(asked, column.name, isFigure(column)) })}
      >
        {column.label}
        <span aria-hidden="true">{order ? ARROWS[order] : ''}</span>
      </button>
    </th>
  );
}

function Cell({
  meta,
  column,
  row,
  head,
}: {
  meta: DataSetMeta;
  column: DataSetColumn;
  row: Row;
  head: boolean;
}) {
  const symbol = symbolOf(column, row, meta);
  const text = shown(column, row, meta.columns);
  const content = symbol ? (
    <span className="soft">
      {symbol.symbol}
      <span className="visually-hidden"> ({symbol.meaning.split(':')[0]?.toLowerCase()})</span>
    </span>
  ) : (
    text
  );
  const long = text.length > LONG && 'long';
  if (head) {
    return (
      <th scope="row" className={long || undefined}>
        {content || '–'}
      </th>
    );
  }
  const classes = [isFigure(column) && 'figure', !text && 'none', long].filter(Boolean).join(' ');
  return (
    <td data-label={column.label} className={classes || undefined}>
      {content || '–'}
    </td>
  );
}
