import { useQueryClient } from '@tanstack/react-query';
import { delegationResourceRecord } from '../api/sdk.gen';
import type { Decision, DelegationBody } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { today } from '../ui/format';
import { answered } from '../ui/problem';
import { BODIES, DECISIONS } from './words';

const bodies = Object.entries(BODIES) as [string, string][];

/** Records another version of a line of the scheme, as it was adopted. */
export function NewRule({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <AskDialog
      title="Record a version of the scheme"
      action="Record"
      initial={{ decision: 'school-cycle', decides: 'trust-leader', recommends: '', validFrom: today() }}
      asked={() => [
        { name: 'decision', label: 'Decision', options: Object.entries(DECISIONS) as [string, string][] },
        { name: 'decides', label: 'Decides', options: bodies },
        {
          name: 'recommends',
          label: 'Recommends',
          options: [
            ['', 'Nobody in particular'],
            ...bodies.filter(([body]) => body !== 'second-trust-leader'),
          ],
        },
        { name: 'informed', label: 'Is told', hint: 'Leave it empty where nobody is' },
        { name: 'validFrom', label: 'From', hint: 'Today or later', kind: 'date' },
        { name: 'reason', label: 'Why, and where it was adopted', hint: 'Everybody reads it', kind: 3 },
      ]}
      work={async ({ decision, decides, recommends, informed, validFrom, reason }, key) => {
        await answered(
          delegationResourceRecord({
            headers: { 'Idempotency-Key': key },
            body: {
              decision: decision as Decision,
              decides: decides as DelegationBody,
              recommends: (recommends || undefined) as DelegationBody | undefined,
              informed: informed || undefined,
              validFrom: validFrom ?? '',
              reason: reason ?? '',
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    >
      <p className="small">
        The line before it holds until that day. What was decided stays decided; what waits is decided by the
        line in force on the day of the decision.
      </p>
    </AskDialog>
  );
}
