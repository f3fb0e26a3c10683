import { useState } from 'react';
import type { ConcernReceipt } from '../api/types.gen';
import { moment } from '../ui/format';
import { Failed } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { type Column, Table } from '../ui/Table';
import { useReceipts } from './useConcerns';

const COLUMNS: Column<ConcernReceipt>[] = [
  { label: 'Reference', text: ({ reference }) => reference },
  { label: 'About', text: ({ categoryLabel }) => categoryLabel },
  { label: 'School', text: ({ schoolName, schoolUrn }) => schoolName ?? String(schoolUrn) },
  { label: 'Raised', text: ({ raisedAt }) => moment(raisedAt) },
];

/** What somebody has raised: that they did, and by which reference they can ask after it. */
export function Receipts() {
  const [page, setPage] = useState(1);
  const receipts = useReceipts(page);
  if (receipts.isError) {
    return <Failed cause={receipts.error} retry={() => receipts.refetch()} />;
  }
  if (!receipts.data || receipts.data.paging.totalResults === 0) {
    return null;
  }
  return (
    <section className="sheet" aria-labelledby="receipts-title">
      <header>
        <h2 id="receipts-title">What you raised</h2>
      </header>
      <Table
        caption="What you raised"
        columns={COLUMNS}
        rows={receipts.data.results}
        keyOf={({ id }) => id}
      />
      <Paging paging={receipts.data.paging} what="receipts" onPage={setPage} />
    </section>
  );
}
