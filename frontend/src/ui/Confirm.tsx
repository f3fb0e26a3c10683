import type { ReactNode } from 'react';
import { Dialog } from './Dialog';
import { FormProblem } from './Field';
import { useChange } from './useChange';

interface Props {
  title: string;
  /** The word on the button that does it. */
  action: string;
  /** What follows from it. */
  children: ReactNode;
  /** What it does; what creates sends the key. */
  work: (key: string) => Promise<void>;
  onClose: () => void;
}

/** Asks before something is done that cannot be taken back; the way out has the focus. */
export function Confirm({ title, action, children, work, onClose }: Props) {
  const change = useChange();
  const confirm = () =>
    change.run(async (key) => {
      await work(key);
      onClose();
    });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <FormProblem problem={change.problem} />
        <p>{children}</p>
        <div className="actions">
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
          <button className="button danger" type="button" aria-disabled={change.busy} onClick={confirm}>
            {action}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
