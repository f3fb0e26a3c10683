import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cycleApprovalResourceDecide } from '../api/sdk.gen';
import { useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useChange } from '../ui/useChange';

interface Props {
  cycleId: string;
  /** What is decided, where it stands among others. */
  about?: string;
}

/** Approves a plan, or refuses it with the reason that who asked will read. */
export function Decide({ cycleId, about }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const refusal = `${useMe().id} refusal of ${cycleId}`;
  const [refusing, setRefusing] = useState(() => hasDraft(refusal));
  const path = { id: cycleId };
  const which = about && <span className="visually-hidden">: {about}</span>;
  const approve = () =>
    change.run(async () => {
      await answered(cycleApprovalResourceDecide({ path, body: { outcome: 'approved' } }));
      await queries.invalidateQueries();
    });
  return (
    <>
      <FormProblem problem={change.problem} />
      <div className="actions">
        <button className="button primary" type="button" aria-disabled={change.busy} onClick={approve}>
          Approve the plan{which}
        </button>
        <button className="button" type="button" onClick={() => setRefusing(true)}>
          Refuse{which}
        </button>
      </div>
      {refusing && (
        <ReasonDialog
          draftKey={refusal}
          title="Refuse to approve this plan?"
          action="Refuse the plan"
          work={async (reason) => {
            await answered(cycleApprovalResourceDecide({ path, body: { outcome: 'refused', reason } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setRefusing(false)}
        >
          Whoever asked reads why, and can ask again.
        </ReasonDialog>
      )}
    </>
  );
}
