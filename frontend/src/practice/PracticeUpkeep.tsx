import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { goodPracticeResourceReview, goodPracticeResourceWithdraw } from '../api/sdk.gen';
import type { GoodPractice } from '../api/types.gen';
import { useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { hasDraft } from '../ui/drafts';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { draftOf, PracticeForm } from './PracticeForm';

/** What its school does with an entry: change it, say that it is still true, retire it. */
export function PracticeUpkeep({ practice }: { practice: GoodPractice }) {
  const me = useMe();
  const queries = useQueryClient();
  const draftKey = `${me.id} withdrawal of ${practice.id}`;
  const [changing, setChanging] = useState(() => hasDraft(draftOf(me.id, practice)));
  const [reviewing, setReviewing] = useState(false);
  const [retiring, setRetiring] = useState(() => hasDraft(draftKey));
  const headers = { 'If-Match': `"${practice.version}"` };
  return (
    <>
      <button className="button" type="button" onClick={() => setChanging(true)}>
        Change
      </button>
      <button className="button" type="button" onClick={() => setReviewing(true)}>
        Still true
      </button>
      <button className="button" type="button" onClick={() => setRetiring(true)}>
        Retire
      </button>
      {changing && <PracticeForm practice={practice} schools={[]} onClose={() => setChanging(false)} />}
      {reviewing && (
        <AskDialog
          title="Is it still true?"
          action="It is still true"
          asked={() => [
            {
              name: 'nextOn',
              label: 'To be looked at again on',
              hint: 'Nothing: a year from now',
              kind: 'date',
            },
          ]}
          work={async ({ nextOn }) => {
            await answered(
              goodPracticeResourceReview({
                path: { id: practice.id },
                headers,
                body: { nextOn: nextOn || undefined },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setReviewing(false)}
        >
          <p>You say that it is still done so, and that what is written of it holds.</p>
        </AskDialog>
      )}
      {retiring && (
        <ReasonDialog
          draftKey={draftKey}
          title="Retire it?"
          action="Retire it"
          work={async (reason) => {
            await answered(
              goodPracticeResourceWithdraw({ path: { id: practice.id }, headers, body: { reason } }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setRetiring(false)}
        >
          Other schools no longer see “{practice.title}”. It stays readable for its own.
        </ReasonDialog>
      )}
    </>
  );
}
