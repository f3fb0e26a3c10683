import type { FormEvent, ReactNode } from 'react';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';

interface Props {
  /** What the reason is for, under which it is kept while it is typed. */
  id: string;
  title: string;
  action: string;
  children?: ReactNode;
  work: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the reason that something needs. */
export function ReasonDialog({ id, title, action, children, work, onClose }: Props) {
  const change = useChange();
  const draft = useDraft(`${useMe().id} ${id}`, { reason: '' });
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
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
          <button className="button danger" type="submit" aria-disabled={change.busy}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
