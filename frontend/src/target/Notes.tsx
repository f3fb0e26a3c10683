import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import {
  targetNoteResourceAddToMilestone,
  targetNoteResourceAddToTarget,
  targetNoteResourceOfMilestone,
  targetNoteResourceOfTarget,
} from '../api/sdk.gen';
import { useMe } from '../app/me';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';
import { When } from '../ui/When';
import type { Kind } from './typed';

const WAYS = {
  measure: { read: targetNoteResourceOfTarget, add: targetNoteResourceAddToTarget },
  milestone: { read: targetNoteResourceOfMilestone, add: targetNoteResourceAddToMilestone },
};

/** How many are shown; the activity has all. */
const MOST = 200;

/** What people have added to a target, newest first, and room for more. Nothing of it changes the status. */
export function Notes({ kind, id, editable }: { kind: Kind; id: string; editable: boolean }) {
  const notes = useQuery({
    queryKey: ['notes', id],
    queryFn: () => answered(WAYS[kind].read({ path: { id }, query: { pageSize: MOST } })),
  });
  return (
    <section className="sheet stack" aria-labelledby="notes-title">
      <h2 id="notes-title">Notes</h2>
      {editable && <NoteForm kind={kind} id={id} />}
      {notes.isPending && <Loading what="notes" />}
      {notes.isError && <Failed cause={notes.error} retry={() => notes.refetch()} />}
      {notes.data?.results.length === 0 && (
        <Empty>No note yet. {editable ? 'Say here what people should know of this target.' : ''}</Empty>
      )}
      {notes.data && notes.data.results.length > 0 && (
        <ol className="activity">
          {notes.data.results.map((note) => (
            <li key={note.id}>
              <p className="line">{note.text}</p>
              <p className="soft small">
                {note.author}, <When at={note.at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function NoteForm({ kind, id }: { kind: Kind; id: string }) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(`${useMe().id} note on ${id}`, { text: '' });
  const add = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (once) => {
      await answered(
        WAYS[kind].add({ path: { id }, headers: { 'Idempotency-Key': once }, body: draft.typed }),
      );
      draft.restart();
      await queries.invalidateQueries();
    });
  };
  return (
    <form className="form" onSubmit={add} noValidate>
      <Resumed draft={draft} />
      <FormProblem problem={change.problem} />
      <Field
        label="Add a note"
        hint="It stays as it is, with your name and the time; it does not change the status"
        wrong={change.problem?.at('/text')}
      >
        <textarea
          rows={2}
          value={draft.typed.text}
          onChange={(event) => draft.set({ text: event.target.value })}
        />
      </Field>
      <p className="actions">
        <button className="button" type="submit" aria-disabled={change.busy}>
          {change.busy ? 'Adding …' : 'Add the note'}
        </button>
      </p>
    </form>
  );
}
