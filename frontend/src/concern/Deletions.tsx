import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { concernOversightResourceDeletions } from '../api/sdk.gen';
import type { ConcernDeletion } from '../api/types.gen';
import { moment } from '../ui/format';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';

const COLUMNS: Column<ConcernDeletion>[] = [
  { label: 'When', text: ({ at }) => moment(at) },
  { label: 'Which', text: ({ restricted }) => (restricted ? 'Restricted' : 'Not restricted') },
  { label: 'Deleted', text: ({ deleted }) => String(deleted), figure: true },
  { label: 'Kept by a legal hold', text: ({ held }) => String(held), figure: true },
];

/** That concerns were deleted because their retention date had passed; nothing where none ever was. */
export function Deletions() {
  const [page, setPage] = useState(1);
  const deletions = useQuery({
    queryKey: ['concern-deletions', page],
    queryFn: () => answered(concernOversightResourceDeletions({ query: { page } })),
  });
  if (!deletions.data || deletions.data.paging.totalResults === 0) {
    return null;
  }
  return (
    <section className="sheet" aria-labelledby="deletions-title">
      <header>
        <h2 id="deletions-title">Deleted after their retention date</h2>
      </header>
      <Table
        caption="Daily runs that deleted concerns"
        columns={COLUMNS}
        rows={deletions.data.results}
        keyOf={({ id }) => id}
      />
      <Paging paging={deletions.data.paging} what="runs" onPage={setPage} />
    </section>
  );
}
