import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { savedQueryResourceCreate } from '../api/sdk.gen';
import { stringifySearch } from '../app/address';
import { AskDialog } from '../ui/AskDialog';
import { answered } from '../ui/problem';
import { type Asked, searchOf } from './query';

/** Keeps a question under a name. */
export function Keep({ id, asked }: { id: string; asked: Asked }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [kept, setKept] = useState('');
  return (
    <>
      <button className="button" type="button" onClick={() => setAsking(true)}>
        Keep this question
      </button>
      <span className="visually-hidden" role="status">
        {kept && `Kept as ${kept}`}
      </span>
      {asking && (
        <AskDialog
          title="Keep this question"
          action="Keep it"
          asked={() => [
            {
              name: 'name',
              label: 'Name',
              hint: 'You find it under this name with your data sets',
              most: 80,
            },
          ]}
          work={async ({ name = '' }, key) => {
            await answered(
              savedQueryResourceCreate({
                headers: { 'Idempotency-Key': key },
                body: { name, dataSet: id, search: stringifySearch(searchOf({ ...asked, page: 1 })) },
              }),
            );
            await queries.invalidateQueries({ queryKey: ['saved-queries'] });
            setKept(name);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
