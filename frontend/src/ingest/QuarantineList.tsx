import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ingestJobResourceQuarantine } from '../api/sdk.gen';
import { moment, words } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';

/** Rows that wait until their school or pupil is known. */
export function QuarantineList() {
  const [page, setPage] = useState(1);
  const rows = useQuery({
    queryKey: ['quarantine', page],
    queryFn: () => answered(ingestJobResourceQuarantine({ query: { page, pageSize: 20 } })),
    placeholderData: keepPreviousData,
  });
  return (
    <section className="sheet" aria-labelledby="quarantine-title">
      <header>
        <h2 id="quarantine-title">Waiting</h2>
      </header>
      <p className="soft">
        Rows of schools that are not in the register, and of pupils that are not known. They are taken in by
        themselves when the school or the pupil comes.
      </p>
      {rows.isPending && <Loading what="waiting rows" />}
      {rows.isError && <Failed cause={rows.error} retry={() => rows.refetch()} />}
      {rows.data?.results.length === 0 && <Empty>No row waits.</Empty>}
      {rows.data && rows.data.results.length > 0 && (
        <>
          <div className="table folds">
            <table>
              <caption className="visually-hidden">Rows that wait</caption>
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">School</th>
                  <th scope="col">Why it waits</th>
                  <th scope="col">Since</th>
                </tr>
              </thead>
              <tbody>
                {rows.data.results.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      {words(row.kind)}, row {row.row}
                    </th>
                    <td data-label="School">{row.schoolUrn}</td>
                    <td data-label="Why it waits">{row.message}</td>
                    <td data-label="Since">{moment(row.receivedAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Paging paging={rows.data.paging} what="rows" onPage={setPage} />
        </>
      )}
    </section>
  );
}
