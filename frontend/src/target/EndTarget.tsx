import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { milestoneResourceEnd, targetResourceEnd } from '../api/sdk.gen';
import type { Milestone, Target } from '../api/types.gen';
import { useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { isMilestone } from './typed';

/** Ends a target of either kind, with the reason: it stays to be read, and is no longer worked towards. */
export function EndTarget({ target }: { target: Target | Milestone }) {
  const queries = useQueryClient();
  const draft = `${useMe().id} end of target ${target.id}`;
  const [ending, setEnding] = useState(() => hasDraft(draft));
  return (
    <>
      <button className="button" type="button" onClick={() => setEnding(true)}>
        End the target
      </button>
      {ending && (
        <ReasonDialog
          draftKey={draft}
          title="End this target"
          action="End the target"
          work={async (reason) => {
            const wanted = {
              path: { id: target.id },
              headers: { 'If-Match': `"${target.version}"` },
              body: { reason },
            };
            await (isMilestone(target)
              ? answered(milestoneResourceEnd(wanted))
              : answered(targetResourceEnd(wanted)));
            await queries.invalidateQueries();
          }}
          onClose={() => setEnding(false)}
        >
          It stays to be read, and another can take its place.
        </ReasonDialog>
      )}
    </>
  );
}
