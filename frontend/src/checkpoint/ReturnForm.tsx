import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { checkpointResourceGiveBack } from '../api/sdk.gen';
import type { Checkpoint } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** Sends a submitted checkpoint back to its draft, with the reason. */
export function ReturnForm({ checkpoint, onClose }: { checkpoint: Checkpoint; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(`${useMe().id} return of ${checkpoint.id}`, { reason: '' });
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        checkpointResourceGiveBack({
          path: { id: checkpoint.id },
          headers: { 'If-Match': `"${checkpoint.version}"` },
          body: { reason: draft.typed.reason },
        }),
      );
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title="Return to the draft" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <FormProblem problem={change.problem} />
        <Field
          label="Reason"
          hint="It is recorded. Whoever has signed signs again."
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
            Return it
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
