import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  practiceSynonymResourceAdd,
  practiceSynonymResourceList,
  practiceSynonymResourceTakeAway,
} from '../api/sdk.gen';
import type { PracticeSynonym } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { Confirm } from '../ui/Confirm';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';

/** Words that mean the same to who searches; administrators keep them. */
export function Synonyms() {
  const queries = useQueryClient();
  const keeps = may(useMe(), 'synonyms:keep');
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<PracticeSynonym>();
  const synonyms = useQuery({
    queryKey: ['synonyms'],
    queryFn: () => answered(practiceSynonymResourceList()),
  });
  const columns: Column<PracticeSynonym>[] = [
    { label: 'Who searches for', text: ({ term }) => term },
    { label: 'Finds too', text: ({ means }) => means },
  ];
  const taking: Column<PracticeSynonym> = {
    label: 'Change',
    text: () => '',
    show: (pair) => (
      <button className="link" type="button" onClick={() => setLeaving(pair)}>
        Take away
        <span className="visually-hidden">
          {' '}
          {pair.term}, {pair.means}
        </span>
      </button>
    ),
  };
  return (
    <Page
      title="Words that mean the same"
      lead="Who searches good practice for one of them finds the other too, in either direction."
      crumbs={[{ label: 'Good practice', to: '/good-practice' }]}
      actions={
        keeps && (
          <button className="button primary" type="button" onClick={() => setAdding(true)}>
            Add a pair
          </button>
        )
      }
    >
      {synonyms.isPending && <Loading what="the words" />}
      {synonyms.isError && <Failed cause={synonyms.error} retry={() => synonyms.refetch()} />}
      {synonyms.data && (
        <section className="sheet" aria-label="Words that mean the same">
          {synonyms.data.results.length === 0 ? (
            <Empty>No pair is kept. Add the words that people of your trust use for the same thing.</Empty>
          ) : (
            <Table
              caption="Words that mean the same"
              columns={keeps ? [...columns, taking] : columns}
              rows={synonyms.data.results}
              keyOf={({ id }) => id}
            />
          )}
        </section>
      )}
      {adding && (
        <AskDialog
          title="Add a pair"
          action="Add"
          asked={() => [
            { name: 'term', label: 'Word or phrase', most: 60 },
            { name: 'means', label: 'Means the same as', most: 60 },
          ]}
          work={async ({ term = '', means = '' }, key) => {
            await answered(
              practiceSynonymResourceAdd({ headers: { 'Idempotency-Key': key }, body: { term, means } }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {leaving && (
        <Confirm
          title="Take the pair away?"
          action="Take away"
          work={async () => {
            await answered(practiceSynonymResourceTakeAway({ path: { id: leaving.id } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setLeaving(undefined)}
        >
          Who searches for “{leaving.term}” no longer finds “{leaving.means}”.
        </Confirm>
      )}
    </Page>
  );
}
