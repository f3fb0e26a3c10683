import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { checkpointResourceAdd } from '../api/sdk.gen';
import type { Checkpoint } from '../api/types.gen';
import { useMe } from '../app/me';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { moment } from '../ui/format';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** What was said after the signatures, marked as such, and a place to say more. */
export function Additions({ checkpoint, records }: { checkpoint: Checkpoint; records: boolean }) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(`${useMe().id} addition to ${checkpoint.id}`, { text: '' });
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (key) => {
      await answered(
        checkpointResourceAdd({
          path: { id: checkpoint.id },
          headers: { 'Idempotency-Key': key },
          body: { text: draft.typed.text },
        }),
      );
      draft.restart();
      await queries.invalidateQueries();
    });
  };
  return (
    <section className="sheet stack" aria-labelledby="additions-title">
      <h2 id="additions-title">Added after the signatures</h2>
      {checkpoint.additions.length === 0 && <p className="soft">Nothing has been added.</p>}
      <ul className="plain">
        {checkpoint.additions.map(({ id, text, author, at }) => (
          <li key={id}>
            <p className="soft small">
              Addition by {author}, {moment(at)}
            </p>
            <p className="line">{text}</p>
          </li>
        ))}
      </ul>
      {records && (
        <form className="form unprinted" onSubmit={save} noValidate>
          <FormProblem problem={change.problem} />
          <Field
            label="Add to it"
            hint="With your name and the time; it cannot be changed afterwards"
            wrong={change.problem?.at('/text')}
          >
            <textarea
              rows={3}
              maxLength={5000}
              value={draft.typed.text}
              onChange={(event) => draft.set({ text: event.target.value })}
            />
          </Field>
          <div className="actions">
            <button className="button" type="submit" aria-disabled={change.busy}>
              Add
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
