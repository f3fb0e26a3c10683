import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { targetResourceEnd } from '../api/sdk.gen';
import type { Target } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** Ends a target, with the reason: it stays to be read, and is no longer worked towards. */
export function EndTarget({ target, onClose }: { target: Target; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(`${useMe().id} end of target ${target.id}`, { reason: '' });
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        targetResourceEnd({
          path: { id: target.id },
          headers: { 'If-Match': `"${target.version}"` },
          body: { reason: draft.typed.reason },
        }),
      );
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title="End this target" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <FormProblem problem={change.problem} />
        <Field
          label="Reason"
          hint="It is recorded. The target stays to be read, and another can take its place."
          wrong={change.problem?.at('/reason')}
        >
          <textarea
            rows={3}
            maxLength={2000}
            value={draft.typed.reason}
            onChange={(event) => draft.set({ reason: event.target.value })}
            required
          />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            End the target
          </button>
          <button
            className="button"
            type="button"
            onClick={() => {
              draft.drop();
              onClose();
            }}
          >
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
