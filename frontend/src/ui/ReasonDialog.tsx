import type { FormEvent, ReactNode } from 'react';
import { Dialog } from './Dialog';
import { useDraft } from './draft';
import { Field, FormProblem } from './Field';
import { Resumed } from './Resumed';
import { useChange } from './useChange';

interface Props {
  /** Under which key it is kept while it is typed: the person, and what the reason is for. */
  draftKey: string;
  title: string;
  action: string;
  children?: ReactNode;
  work: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the reason that something needs. */
export function ReasonDialog({ draftKey, title, action, children, work, onClose }: Props) {
  const change = useChange();
  const draft = useDraft(draftKey, { reason: '' });
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await work(draft.typed.reason);
      draft.drop();
      onClose();
    });
  };
  const giveUp = () => {
    draft.drop();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={send} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={change.problem} />
        {children && <p>{children}</p>}
        <Field label="Reason" hint="It is recorded" wrong={change.problem?.at('/reason')}>
          <textarea
            rows={3}
            value={draft.typed.reason}
            onChange={(event) => draft.set({ reason: event.target.value })}
            maxLength={2000}
            required
          />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {action}
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
