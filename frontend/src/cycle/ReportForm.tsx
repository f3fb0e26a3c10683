import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { actionResourceReport } from '../api/sdk.gen';
import type { Action } from '../api/types.gen';
import { useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';
import { STATUSES } from './actions';

/** What the form has to know of an action. */
export type Reported = Pick<Action, 'id' | 'title' | 'status'>;

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, actionId: string): string {
  return `${person} update of ${actionId}`;
}

/** What somebody reports of an action: how far it is, and a few words. */
export function ReportForm({ action, onClose }: { action: Reported; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(draftOf(useMe().id, action.id), {
    text: '',
    status: action.status,
    once: crypto.randomUUID(),
  });
  const { text, status, once } = draft.typed;
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        actionResourceReport({
          path: { id: action.id },
          headers: { 'Idempotency-Key': once },
          body: { text, ...(status === action.status ? {} : { status }) },
        }),
      );
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  const giveUp = () => {
    draft.drop();
    onClose();
  };
  return (
    <Dialog title={`Update: ${action.title}`} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={change.problem} />
        <Choice
          label="Status"
          options={Object.entries(STATUSES) as [Action['status'], string][]}
          chosen={status}
          onChoose={(next) => draft.set({ ...draft.typed, status: next })}
        />
        <Field label="What has happened" wrong={change.problem?.at('/text')}>
          <textarea
            rows={4}
            value={text}
            onChange={(event) => draft.set({ ...draft.typed, text: event.target.value })}
            maxLength={5000}
            required
          />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Save
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
