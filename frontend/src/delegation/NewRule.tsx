import { useQueryClient } from '@tanstack/react-query';
import { delegationResourceRecord } from '../api/sdk.gen';
import type { Decision, DelegationBody } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { today } from '../ui/format';
import { answered } from '../ui/problem';
import { BODIES, DECISIONS } from './words';

const ALL = Object.entries(BODIES) as [DelegationBody, string][];
/** A second trust leader is one of the trust leaders: of them all are told. */
const TOLD = ALL.filter(([body]) => body !== 'second-trust-leader');
/** Plans have a cost; the other decisions have none. */
const COSTS = ['school-cycle', 'trust-cycle'];

function listed(chosen?: string): DelegationBody[] {
  return (chosen?.split(',').filter(Boolean) ?? []) as DelegationBody[];
}

/** What was typed as a number; what is none goes as it is, and the answer says so. */
function amount(typed: string): number {
  const pounds = typed.replace(/[£,\s]/g, '');
  return (Number.isNaN(Number(pounds)) ? typed : Number(pounds)) as number;
}

/** Records another version of a line of the scheme, as it was adopted. */
export function NewRule({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <AskDialog
      title="Record a version of the scheme"
      action="Record"
      initial={{ decision: 'school-cycle', decides: 'trust-leader', recommends: '', validFrom: today() }}
      asked={({ decision = '' }) => [
        { name: 'decision', label: 'Decision', options: Object.entries(DECISIONS) as [string, string][] },
        { name: 'decides', label: 'Decides', options: ALL },
        {
          name: 'recommends',
          label: 'Recommends',
          options: [
            ['', 'Nobody in particular'],
            ...ALL.filter(([body]) => body === 'headteacher' || body === 'trust-leader'),
          ],
        },
        ...(COSTS.includes(decision)
          ? [
              {
                name: 'upTo',
                label: 'Up to what it costs, in pounds',
                hint: 'Empty: for everything above, or whatever it costs',
              },
            ]
          : []),
        { name: 'consulted', label: 'Is consulted before', several: TOLD },
        { name: 'informed', label: 'Is informed afterwards', several: TOLD },
        { name: 'validFrom', label: 'From', hint: 'Today or later', kind: 'date' },
        { name: 'reason', label: 'Why, and where it was adopted', hint: 'Everybody reads it', kind: 3 },
      ]}
      work={async ({ decision, decides, recommends, consulted, informed, upTo, validFrom, reason }, key) => {
        await answered(
          delegationResourceRecord({
            headers: { 'Idempotency-Key': key },
            body: {
              decision: decision as Decision,
              decides: decides as DelegationBody,
              recommends: (recommends || undefined) as DelegationBody | undefined,
              consulted: listed(consulted),
              informed: listed(informed),
              upTo: COSTS.includes(decision ?? '') && upTo ? amount(upTo) : undefined,
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
