import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { concernEntryResourceWrite } from '../api/sdk.gen';
import type { Concern, ConcernEntry } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { day, today } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { useEntries } from './useConcerns';
import { headOf } from './words';

const SOME = 20;
const MANY = 200;

/** What happened, the newest first. A line that is wrong is put right by another. */
export function Chronology({ concern }: { concern: Concern }) {
  const [size, setSize] = useState(SOME);
  const [writing, setWriting] = useState<{ corrects?: ConcernEntry } | null>(null);
  const entries = useEntries(concern.id, size);
  const open = concern.status !== 'closed';
  const corrected = new Set(entries.data?.results.map(({ corrects }) => corrects));
  return (
    <section className="sheet stack record" aria-labelledby="chronology-title">
      <header>
        <h2 id="chronology-title">Chronology</h2>
        {open && (
          <button className="button" type="button" onClick={() => setWriting({})}>
            Add a note
          </button>
        )}
      </header>
      {entries.isPending && <Loading what="the chronology" />}
      {entries.isError && <Failed cause={entries.error} retry={() => entries.refetch()} />}
      {entries.data && entries.data.results.length === 0 && (
        <Empty>Nothing since it was raised. Write down what happens: calls, meetings, what was seen.</Empty>
      )}
      <ul className="activity">
        {entries.data?.results.map((entry) => (
          <li key={entry.id}>
            <span>
              <strong>{headOf(entry)}</strong>
              {entry.corrects && <span className="soft"> · puts an earlier note right</span>}
              {corrected.has(entry.id) && <span className="soft"> · put right by a later note</span>}
            </span>
            {entry.text && <span className="line">{entry.text}</span>}
            <span className="soft small">
              {entry.author}, <When at={entry.at} />
              {entry.kind === 'note' && ` · happened ${day(entry.happenedOn)}`}
            </span>
            {open && entry.kind === 'note' && (
              <span className="actions unprinted">
                <button
                  className="button quiet"
                  type="button"
                  aria-label={`Put right: ${entry.text}`}
                  onClick={() => setWriting({ corrects: entry })}
                >
                  Put right
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {entries.data && entries.data.paging.totalResults > size && size < MANY && (
        <p className="actions">
          <button className="button" type="button" onClick={() => setSize(MANY)}>
            Show more
          </button>
        </p>
      )}
      {writing && <Note concern={concern} corrects={writing.corrects} onClose={() => setWriting(null)} />}
    </section>
  );
}

interface NoteProps {
  concern: Concern;
  corrects: ConcernEntry | undefined;
  onClose: () => void;
}

function Note({ concern, corrects, onClose }: NoteProps) {
  const queries = useQueryClient();
  return (
    <AskDialog
      title={corrects ? 'Put a note right' : 'Add a note'}
      action="Add"
      initial={{ happenedOn: corrects?.happenedOn ?? today(), text: corrects?.text ?? '' }}
      asked={() => [
        { name: 'happenedOn', label: 'When it happened', kind: 'date' },
        { name: 'text', label: 'What happened', hint: 'It is never changed', kind: 5, most: 10_000 },
      ]}
      work={async ({ happenedOn, text }, key) => {
        await answered(
          concernEntryResourceWrite({
            path: { id: concern.id },
            headers: { 'Idempotency-Key': key },
            body: { text: text ?? '', happenedOn: happenedOn || undefined, corrects: corrects?.id },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    >
      {corrects && <p className="small">The earlier note stays, and says that this one puts it right.</p>}
    </AskDialog>
  );
}
