import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { savedQueryResourceDelete } from '../api/sdk.gen';
import type { SavedQuery } from '../api/types.gen';
import { parseSearch } from '../app/address';
import { Confirm } from '../ui/Confirm';
import { Failed } from '../ui/Page';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { useDataSets } from './useDataSet';
import { useSaved } from './useSaved';

/** The questions that somebody keeps, each with the page that asks it; nothing where there is none. */
export function Saved() {
  const list = useSaved();
  const sets = useDataSets();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<SavedQuery>();
  if (list.isError) {
    return <Failed cause={list.error} retry={() => list.refetch()} />;
  }
  if (!list.data || list.data.results.length === 0) {
    return null;
  }
  return (
    <section className="sheet stack" aria-labelledby="saved-title">
      <h2 id="saved-title">Questions that you keep</h2>
      <ul className="plain stack">
        {list.data.results.map((one) => (
          <li key={one.id} className="actions">
            <span>
              <Link to="/data/$id" params={{ id: one.dataSet }} search={parseSearch(one.search)}>
                {one.name}
              </Link>
              <span className="line soft small">
                {sets.data?.results.find(({ id }) => id === one.dataSet)?.title ?? one.dataSet}, kept{' '}
                <When at={one.savedAt} />
              </span>
            </span>
            <button className="button" type="button" onClick={() => setLeaving(one)}>
              Forget<span className="visually-hidden"> {one.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {leaving && (
        <Confirm
          title={`Forget ${leaving.name}?`}
          action="Forget it"
          work={async () => {
            await answered(savedQueryResourceDelete({ path: { id: leaving.id } }));
            await queries.invalidateQueries({ queryKey: ['saved-queries'] });
          }}
          onClose={() => setLeaving(undefined)}
        >
          The data stay as they are; who has its address can still ask it.
        </Confirm>
      )}
    </section>
  );
}
