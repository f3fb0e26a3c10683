import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { needToKnowResourceEnd, needToKnowResourceName } from '../api/sdk.gen';
import type { Concern, ConcernRead, NeedToKnow } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { Confirm } from '../ui/Confirm';
import { day, moment } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { useColleagues, useNeeds, useReads } from './useConcerns';

const READS: Column<ConcernRead>[] = [
  { label: 'Who', text: ({ name }) => name },
  { label: 'When', text: ({ at }) => moment(at) },
];

/** Who knows of a restricted concern: whom its leads named, and who has opened it. */
export function NeedToKnowSheet({ concern }: { concern: Concern }) {
  const queries = useQueryClient();
  const needs = useNeeds(concern.id);
  const reads = useReads(concern.id);
  const [naming, setNaming] = useState(false);
  const [ending, setEnding] = useState<NeedToKnow | null>(null);
  return (
    <section className="sheet stack" aria-labelledby="need-title">
      <header>
        <h2 id="need-title">Who needs to know</h2>
        {concern.status !== 'closed' && (
          <button className="button" type="button" onClick={() => setNaming(true)}>
            Name somebody
          </button>
        )}
      </header>
      <p className="soft small">
        The safeguarding leads of the school and of the trust know of it without being named.
      </p>
      {needs.isPending && <Loading what="the list" />}
      {needs.isError && <Failed cause={needs.error} retry={() => needs.refetch()} />}
      {needs.data && needs.data.results.length === 0 && <Empty>Nobody else is named.</Empty>}
      <ul className="standing">
        {needs.data?.results.map((need) => (
          <li key={need.id}>
            <Pill tone={need.current ? 'warn' : 'calm'}>{need.current ? 'May open it' : 'Ended'}</Pill>
            <div>
              <p>
                <strong>{need.name}</strong>: {need.reason}
              </p>
              <p className="soft small">
                Named by {need.namedBy}, {day(need.from)}
                {need.until && ` · until ${day(need.until)}`}
              </p>
              {need.current && (
                <p className="actions">
                  <button
                    className="button"
                    type="button"
                    aria-label={`End it for ${need.name}`}
                    onClick={() => setEnding(need)}
                  >
                    End
                  </button>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <h3>Who has opened it</h3>
      {reads.isError && <Failed cause={reads.error} retry={() => reads.refetch()} />}
      {reads.data && (
        <Table caption="Who has opened it" columns={READS} rows={reads.data.results} keyOf={({ id }) => id} />
      )}
      {reads.data && reads.data.paging.totalResults > reads.data.results.length && (
        <p className="soft small">The newest 20 of {reads.data.paging.totalResults}.</p>
      )}
      {naming && <Name concern={concern} onClose={() => setNaming(false)} />}
      {ending && (
        <Confirm
          title={`End it for ${ending.name}?`}
          action="End it"
          work={async () => {
            await answered(needToKnowResourceEnd({ path: { id: ending.id } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setEnding(null)}
        >
          {ending.name} can no longer open the concern, from now on. That they were named stays known.
        </Confirm>
      )}
    </section>
  );
}

function Name({ concern, onClose }: { concern: Concern; onClose: () => void }) {
  const queries = useQueryClient();
  const colleagues = useColleagues(concern.id);
  return (
    <AskDialog
      title="Name somebody who needs to know"
      action="Name them"
      asked={() => [
        {
          name: 'personId',
          label: 'Who',
          options: [
            ['', 'Choose somebody'],
            ...((colleagues.data?.results ?? []).map(({ id, name }) => [id, name]) as [string, string][]),
          ],
        },
        { name: 'reason', label: 'Why they need to know', kind: 3, most: 1000 },
        { name: 'until', label: 'Until', hint: 'The first day on which they no longer do', kind: 'date' },
      ]}
      work={async ({ personId, reason, until }, key) => {
        await answered(
          needToKnowResourceName({
            path: { id: concern.id },
            headers: { 'Idempotency-Key': key },
            body: {
              personId: personId || (null as unknown as string),
              reason: reason ?? '',
              until: until || undefined,
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    >
      <p className="small">
        They are told, may open it, add to its chronology, and do what is given to them.
      </p>
    </AskDialog>
  );
}
