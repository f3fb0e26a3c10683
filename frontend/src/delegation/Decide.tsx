import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  commissionMatchResourceDecide,
  cycleApprovalResourceDecide,
  needModerationResourceDecide,
} from '../api/sdk.gen';
import type { ApprovalDecision, Reference } from '../api/types.gen';
import { useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useChange } from '../ui/useChange';

interface Props {
  /** The plan, the level of need or the support that somebody has asked for. */
  subject: Reference;
  /** What is decided, where it stands among others. */
  about?: string;
}

const WHAT: Partial<Record<Reference['kind'], string>> = { need: 'level', commission: 'support' };

function decide({ kind, id }: Reference, body: ApprovalDecision): Promise<unknown> {
  const wanted = { path: { id }, body };
  switch (kind) {
    case 'need':
      return answered(needModerationResourceDecide(wanted));
    case 'commission':
      return answered(commissionMatchResourceDecide(wanted));
    default:
      return answered(cycleApprovalResourceDecide(wanted));
  }
}

/** Approves what was asked for, or refuses it with the reason that who asked will read. */
export function Decide({ subject, about }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const refusal = `${useMe().id} refusal of ${subject.id}`;
  const [refusing, setRefusing] = useState(() => hasDraft(refusal));
  const what = WHAT[subject.kind] ?? 'plan';
  const which = about && <span className="visually-hidden">: {about}</span>;
  const approve = () =>
    change.run(async () => {
      await decide(subject, { outcome: 'approved' });
      await queries.invalidateQueries();
    });
  return (
    <>
      <FormProblem problem={change.problem} />
      <div className="actions">
        <button className="button primary" type="button" aria-disabled={change.busy} onClick={approve}>
          Approve the {what}
          {which}
        </button>
        <button className="button" type="button" onClick={() => setRefusing(true)}>
          Refuse{which}
        </button>
      </div>
      {refusing && (
        <ReasonDialog
          draftKey={refusal}
          title={`Refuse to approve this ${what}?`}
          action={`Refuse the ${what}`}
          work={async (reason) => {
            await decide(subject, { outcome: 'refused', reason });
            await queries.invalidateQueries();
          }}
          onClose={() => setRefusing(false)}
        >
          {subject.kind === 'commission'
            ? 'It is declined by that, and whoever asked reads why. It can be asked for anew.'
            : 'Whoever asked reads why, and can ask again.'}
        </ReasonDialog>
      )}
    </>
  );
}
