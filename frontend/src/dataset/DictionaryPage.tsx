import { getRouteApi, Link } from '@tanstack/react-router';
import type { DataSetColumn, DataSetMeta } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { useMeasures } from '../outcome/measures';
import { lower, number, words } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { When } from '../ui/When';
import { useDataSetMeta } from './useDataSet';
import { Versions } from './Versions';

const route = getRouteApi('/shell/data/$id/dictionary');

/** What is in a data set: where it comes from, how it is computed, and what each column means. */
export function DictionaryPage() {
  const { id } = route.useParams();
  const { data: meta } = useDataSetMeta(id);
  if (!meta) {
    return null;
  }
  return (
    <div className="stack">
      <section className="sheet stack" aria-labelledby="about-title">
        <h2 id="about-title">About it</h2>
        <About meta={meta} />
      </section>
      <section className="sheet stack" aria-labelledby="columns-title">
        <h2 id="columns-title">Columns</h2>
        <Table
          caption="In the order in which they come; the name in small letters is that of the API and of files"
          columns={COLUMNS}
          rows={meta.columns}
          keyOf={({ name }) => name}
        />
      </section>
      {meta.symbols.length > 0 && (
        <section className="sheet stack" aria-labelledby="symbols-title">
          <h2 id="symbols-title">Symbols</h2>
          <dl className="facts">
            {meta.symbols.map(({ symbol, meaning }) => (
              <div key={symbol} className="pair">
                <dt>
                  <strong>{symbol}</strong>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {meta.remembers && <Versions meta={meta} />}
      {measureCodes(meta).length > 0 && <Computations codes={measureCodes(meta)} />}
    </div>
  );
}

function About({ meta }: { meta: DataSetMeta }) {
  const readsMethod = may(useMe(), 'method:read');
  return (
    <dl className="facts">
      <dt>Source</dt>
      <dd>{meta.source}</dd>
      <dt>Method</dt>
      <dd>
        {meta.method}
        {meta.id.startsWith('need-') && readsMethod && (
          <>
            {' '}
            <Link to="/need/method">How need is computed</Link>
          </>
        )}
        {measureCodes(meta).length > 0 && (
          <>
            {' '}
            <a href="#measures">How each measure is computed</a>
          </>
        )}
      </dd>
      <dt>As of</dt>
      <dd>
        {meta.updatedAt ? <When at={meta.updatedAt} /> : 'The moment at which it is asked'}
        {meta.outdated && ', and some of it is being computed again from rows that have come in'}
      </dd>
      <dt>Rows</dt>
      <dd>{meta.ofPupils ? 'Of single pupils, under pseudonyms' : 'Of schools, never of single pupils'}</dd>
      <dt>Earlier values</dt>
      <dd>
        {meta.remembers
          ? 'Are kept: ask for a day by asAt, or for one of the versions below'
          : 'Are not kept: it is asked as it is now'}
      </dd>
    </dl>
  );
}

const COLUMNS: Column<DataSetColumn>[] = [
  {
    label: 'Column',
    text: ({ label }) => label,
    show: ({ name, label }) => (
      <>
        {label}
        <small>
          <code>{name}</code>
        </small>
      </>
    ),
  },
  { label: 'Kind', text: ({ kind }) => words(kind) },
  {
    label: 'Type',
    text: ({ type, symbolic }) => `${words(type)}${symbolic ? ' or symbol' : ''}`,
  },
  { label: 'Unit', text: ({ unit, unitIn }) => unit ?? (unitIn ? `As in ${unitIn}` : '') },
  {
    label: 'Decimals',
    figure: true,
    text: ({ decimals, unitIn }) => (decimals == null || unitIn ? '' : number(decimals)),
  },
  {
    label: 'What it is',
    text: ({ description }) => description,
    show: (column) => (
      <span>
        {column.description}
        {column.labelled && (
          <span className="line soft small">
            Its label is in <code>{column.name}Label</code>
          </span>
        )}
        <Options column={column} />
      </span>
    ),
  },
];

function Options({ column: { label, options } }: { column: DataSetColumn }) {
  if (!options || options.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        {number(options.length)} {options.length === 1 ? 'option' : 'options'}
        <span className="visually-hidden"> of {lower(label)}</span>
      </summary>
      <ul className="plain small">
        {options.map(({ code, label: name, unit, decimals }) => (
          <li key={code}>
            <code>{code}</code>
            {name !== code && ` ${name}`}
            {decimals != null && (
              <span className="soft">
                {' '}
                · {unit || 'no unit'}, {decimals} {decimals === 1 ? 'decimal' : 'decimals'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function measureCodes({ columns }: DataSetMeta): string[] {
  return columns.find(({ name }) => name === 'measureCode')?.options?.map(({ code }) => code) ?? [];
}

/** How the measures of the set are computed, in the words of the catalogue. */
function Computations({ codes }: { codes: string[] }) {
  const measures = useMeasures();
  const told = (measures.data?.results ?? []).filter(({ code }) => codes.includes(code));
  if (told.length === 0) {
    return null;
  }
  return (
    <section className="sheet stack" aria-labelledby="measures">
      <h2 id="measures">How each measure is computed</h2>
      <Table
        caption="Better is the direction in which a value is better"
        columns={[
          {
            label: 'Measure',
            text: ({ label }) => label,
            show: ({ code, label }) => (
              <>
                {label}
                <small>
                  <code>{code}</code>
                </small>
              </>
            ),
          },
          { label: 'Computation', text: ({ computation }) => computation },
          { label: 'Unit', text: ({ unit }) => words(unit) },
          { label: 'Better', text: ({ better }) => words(better) },
        ]}
        rows={told}
        keyOf={({ code }) => code}
      />
    </section>
  );
}
