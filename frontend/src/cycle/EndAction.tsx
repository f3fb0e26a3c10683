import { useQueryClient } from '@tanstack/react-query';
import { actionResourceDelete, actionResourceEnd } from '../api/sdk.gen';
import type { Action } from '../api/types.gen';
import { useMe } from '../app/me';
import { Confirm } from '../ui/Confirm';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';

interface Props {
  action: Action;
  onClose: () => void;
  onEnded: () => void;
}

/** Deletes an action of which nothing is known yet; ends one, with a reason, of which something was reported. */
export function EndAction({ action, onClose, onEnded }: Props) {
  const queries = useQueryClient();
  const me = useMe();
  const path = { id: action.id };
  const headers = { 'If-Match': `"${action.version}"` };
  const over = async () => {
    await queries.invalidateQueries();
    onEnded();
  };
  if (action.updates === 0) {
    return (
      <Confirm
        title="Delete this action?"
        action="Delete the action"
        work={async () => {
          await answered(actionResourceDelete({ path, headers }));
          await over();
        }}
        onClose={onClose}
      >
        “{action.title}” goes. Nothing has been reported of it.
      </Confirm>
    );
  }
  return (
    <ReasonDialog
      draftKey={`${me.id} end of action ${action.id}`}
      title="End this action?"
      action="End the action"
      work={async (reason) => {
        await answered(actionResourceEnd({ path, headers, body: { reason } }));
        await over();
      }}
      onClose={onClose}
    >
      “{action.title}” stays readable with its updates, and is no longer carried out.
    </ReasonDialog>
  );
}
