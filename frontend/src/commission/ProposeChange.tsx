import { useQueryClient } from '@tanstack/react-query';
import { commissionRecordResourcePropose } from '../api/sdk.gen';
import type { CommissionDetail } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { number } from '../ui/format';
import { answered } from '../ui/problem';
import { termsBetween, termWords } from './terms';

/** Proposes to change what is agreed: the last day, the days of a term, the cost. The other party agrees. */
export function ProposeChange({ detail, onClose }: { detail: CommissionDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const { commission, days } = detail;
  const said = (values: Record<string, string>) =>
    termsBetween(commission.startsOn, values.endsOn || commission.endsOn);
  return (
    <AskDialog
      title="Propose a change"
      action="Propose"
      initial={{ endsOn: commission.endsOn }}
      asked={(values) => [
        { name: 'endsOn', label: 'Last day', kind: 'date' },
        {
          name: 'term',
          label: 'Days of',
          options: [
            ['', 'No term: the days stay'],
            ...said(values).map((term): [string, string] => [
              termWords(term),
              `${termWords(term)}, now ${number(
                days.find((one) => one.academicYear === term.academicYear && one.term === term.term)
                  ?.agreed ?? 0,
              )}`,
            ]),
          ],
        },
        ...(values.term ? [{ name: 'days', label: 'Days in that term' }] : []),
        ...(commission.partnerId
          ? [{ name: 'cost', label: 'Cost in all, in pounds', hint: 'Empty: it stays' }]
          : []),
        { name: 'reason', label: 'Reason', hint: 'It is recorded', kind: 3 },
      ]}
      work={async (values, key) => {
        const term = said(values).find((one) => termWords(one) === values.term);
        await answered(
          commissionRecordResourcePropose({
            path: { id: commission.id },
            headers: { 'Idempotency-Key': key },
            body: {
              endsOn: values.endsOn === commission.endsOn ? undefined : values.endsOn || undefined,
              ...(term && values.days ? { ...term, days: Number(values.days) } : {}),
              cost: values.cost ? Number(values.cost.replace(/[£,\s]/g, '')) : undefined,
              reason: values.reason ?? '',
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    >
      <p>It counts when the other party agrees.</p>
    </AskDialog>
  );
}
