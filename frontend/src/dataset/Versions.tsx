import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dataSetResourceVersions } from '../api/sdk.gen';
import type { DataSetChange, DataSetMeta, DataSetVersion } from '../api/types.gen';
import { lower, number, words } from '../ui/format';
import { Empty, Failed } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { When } from '../ui/When';

/** What a data set was at the end of earlier days, what changed since, and the way to ask it as it was. */
export function Versions({ meta }: { meta: DataSetMeta }) {
  const [page, setPage] = useState(1);
  const versions = useQuery({
    queryKey: ['data-sets', meta.id, 'versions', page],
    queryFn: () =>
      answered(dataSetResourceVersions({ path: { id: meta.id }, query: { page, pageSize: 20 } })),
    placeholderData: keepPreviousData,
  });
  const columns: Column<DataSetVersion>[] = [
    {
      label: 'Version',
      text: ({ version }) => version,
      show: ({ version }) => (
        <Link
          to="/data/$id"
          params={{ id: meta.id }}
          search={(before) => ({ ...before, version, asAt: undefined, page: undefined })}
        >
          {version}
          <span className="visually-hidden"> as it was</span>
        </Link>
      ),
    },
    { label: 'Made', text: ({ madeAt }) => madeAt, show: ({ madeAt }) => <When at={madeAt} /> },
    { label: 'Kind', text: ({ kind }) => words(kind) },
    { label: 'Rows changed', figure: true, text: ({ rowsChanged }) => number(rowsChanged) },
    {
      label: 'Columns and codes',
      text: ({ changes }) => changes.map(told(meta)).join(', '),
      show: (made) => <Changes meta={meta} made={made} />,
    },
  ];
  return (
    <section className="sheet stack" aria-labelledby="versions-title">
      <h2 id="versions-title">Versions</h2>
      {versions.isError && <Failed cause={versions.error} retry={() => versions.refetch()} />}
      {versions.data?.paging.totalResults === 0 && (
        <Empty>The first version is made at the end of the day.</Empty>
      )}
      {versions.data && versions.data.paging.totalResults > 0 && (
        <>
          <Table
            caption="One is made at the end of each day on which anything is another than it was; a major one where a column or code is no longer there"
            columns={columns}
            rows={versions.data.results}
            keyOf={({ version }) => version}
          />
          <Paging paging={versions.data.paging} what="versions" onPage={setPage} />
        </>
      )}
    </section>
  );
}

/** So many changes are shown without being asked for. */
const FEW = 3;

function Changes({ meta, made: { version, kind, changes } }: { meta: DataSetMeta; made: DataSetVersion }) {
  if (changes.length === 0) {
    const why = version === '1.0' ? 'The first version' : kind === 'major' ? 'None that you see' : 'The same';
    return <span className="soft">{why}</span>;
  }
  const list = (
    <ul className="plain small">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.column} ${change.code}`}>{told(meta)(change)}</li>
      ))}
    </ul>
  );
  return changes.length <= FEW ? (
    list
  ) : (
    <details>
      <summary>
        {number(changes.length)} changes<span className="visually-hidden"> in {version}</span>
      </summary>
      {list}
    </details>
  );
}

const told =
  (meta: DataSetMeta) =>
  ({ kind, column, code, label }: DataSetChange): string => {
    const name = meta.columns.find((one) => one.name === column)?.label ?? column;
    return code === undefined || code === null
      ? `Column ${lower(name)} ${kind}`
      : `${name}: ${label ?? code} ${kind}`;
  };
