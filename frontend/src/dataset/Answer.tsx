import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { DataSetAnswer, DataSetColumn, DataSetMeta } from '../api/types.gen';
import { Choice } from '../ui/Choice';
import { number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Switch } from '../ui/Switch';
import { columnsShown, isPicked, type Row, shown, symbolOf } from './columns';
import { type Asked, narrows } from './query';
import { Rows } from './Rows';

const Drawn = lazy(() => import('./Drawn').then(({ Drawn }) => ({ default: Drawn })));

interface Props {
  meta: DataSetMeta;
  asked: Asked;
  rows: UseQueryResult<DataSetAnswer>;
  onAsk: (next: Partial<Asked>) => void;
}

/** What a data set answers: how many rows, a drawing where there can be one, and always the table. */
export function Answer({ meta, asked, rows, onAsk }: Props) {
  const total = rows.data?.paging.totalResults ?? 0;
  const found: Row[] = rows.data?.results ?? [];
  const columns = columnsShown(meta.columns, asked.indicators);
  const whole = rows.data?.paging.totalPages === 1;
  const same = meta.columns.filter((column) => isSame(column, asked, whole ? found : []));
  const indicators = columns.filter(({ kind }) => kind === 'indicator');
  const drawn = indicators.find(({ name }) => name === asked.drawn) ?? indicators[0];
  return (
    <section className="sheet stack" aria-labelledby="answer-title" aria-busy={rows.isFetching}>
      <header>
        <h2 id="answer-title">
          {rows.data ? `${number(total)} ${total === 1 ? 'row' : 'rows'}` : 'The answer'}
        </h2>
      </header>
      {rows.isPending && <Loading what="rows" />}
      {rows.isError && <Failed cause={rows.error} retry={() => rows.refetch()} />}
      {rows.data && !rows.isError && found.length === 0 && (
        <Nothing asked={asked} total={total} onAsk={onAsk} />
      )}
      {found.length > 0 && !rows.isError && (
        <>
          <div className="controls">
            {drawn && (
              <Switch
                label="Show as"
                ways={['chart-and-table', 'table']}
                chosen={asked.plain ? 'table' : 'chart-and-table'}
                onChoose={(way) => onAsk({ plain: way === 'table', page: asked.page })}
              />
            )}
            {drawn && !asked.plain && indicators.length > 1 && (
              <Choice
                label="Figure to draw"
                options={indicators.map(({ name, label }) => [name, label])}
                chosen={drawn.name}
                onChoose={(name) => onAsk({ drawn: name, page: asked.page })}
              />
            )}
            <SortChoice
              columns={columns.filter((column) => !same.includes(column))}
              asked={asked}
              onAsk={onAsk}
            />
          </div>
          {same.length > 0 && (
            <p className="small">
              <span className="soft">In every row: </span>
              {same
                .map((column) => `${column.label}: ${shown(column, found[0] ?? {}, meta.columns)}`)
                .join(' · ')}
            </p>
          )}
          {drawn && !asked.plain && (
            <Suspense fallback={<p className="chart-room soft">Drawing …</p>}>
              <Drawn meta={meta} asked={asked} indicator={drawn} total={total} />
            </Suspense>
          )}
          <Rows
            meta={meta}
            columns={columns.filter((column) => !same.includes(column))}
            rows={found}
            asked={asked}
            onAsk={onAsk}
          />
          <Meanings meta={meta} columns={columns} rows={found} />
          {rows.data && <Paging paging={rows.data.paging} what="rows" onPage={(page) => onAsk({ page })} />}
        </>
      )}
    </section>
  );
}

/** Whether a column is the same in every row: it was picked so, or it turns out so where there are several rows and all of them are here. */
function isSame(column: DataSetColumn, { picked, sort }: Asked, all: Row[]): boolean {
  if (!isPicked(column) || sort.some((by) => by.replace('-', '') === column.name)) {
    return false;
  }
  const value = all[0]?.[column.name];
  return (
    picked[column.name]?.length === 1 ||
    (all.length > 1 && value != null && all.every((row) => row[column.name] === value))
  );
}

/** No row: what to change. */
function Nothing({ asked, total, onAsk }: Pick<Props, 'asked' | 'onAsk'> & { total: number }) {
  if (total > 0) {
    return (
      <Empty>
        There is no page {number(asked.page)} any more.{' '}
        <button className="link" type="button" onClick={() => onAsk({ page: 1 })}>
          Go to the first one
        </button>
      </Empty>
    );
  }
  return (
    <Empty>
      {narrows(asked)
        ? 'No row is like this. Take a condition away, choose more years, schools or groups, or ask without a date. Suppressed figures meet no condition.'
        : 'There are no rows yet for the schools that you may see.'}
    </Empty>
  );
}

/** The order of the rows, where there are no headers to press as well. */
function SortChoice({
  columns,
  asked,
  onAsk,
}: {
  columns: DataSetColumn[];
  asked: Asked;
  onAsk: (next: Partial<Asked>) => void;
}) {
  const first = asked.sort[0] ?? '';
  const options: [string, string][] = [
    ['', 'The order of the data set'],
    ...columns.flatMap(({ name, label }): [string, string][] => [
      [name, `${label}, rising`],
      [`-${name}`, `${label}, falling`],
    ]),
  ];
  return (
    <Choice
      label="Sort by"
      options={options.some(([value]) => value === first) ? options : [[first, first], ...options]}
      chosen={first}
      onChoose={(sort) => onAsk({ sort: sort ? [sort] : [] })}
    />
  );
}

/** What the symbols mean that stand on this page. */
function Meanings({ meta, columns, rows }: { meta: DataSetMeta; columns: DataSetColumn[]; rows: Row[] }) {
  const used = new Set(rows.flatMap((row) => columns.map((column) => symbolOf(column, row, meta)?.symbol)));
  const told = meta.symbols.filter(({ symbol }) => used.has(symbol));
  if (told.length === 0) {
    return null;
  }
  return (
    <dl className="facts small" aria-label="What the symbols mean">
      {told.map(({ symbol, meaning }) => (
        <div key={symbol} className="pair">
          <dt>
            <strong>{symbol}</strong>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
