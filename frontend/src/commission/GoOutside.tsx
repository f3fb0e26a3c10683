import { useQueryClient } from '@tanstack/react-query';
import { commissionMatchResourceMatch } from '../api/sdk.gen';
import type { Commission } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { day } from '../ui/format';
import { answered } from '../ui/problem';
import { useCandidates, usePartners } from './useCommissions';
import { pounds } from './words';

const ALL = 200;

/** Goes outside: the partner, the cost, why nobody inside fits, and of each who could why not. */
export function GoOutside({ commission, onClose }: { commission: Commission; onClose: () => void }) {
  const queries = useQueryClient();
  const partners = usePartners();
  const candidates = useCandidates(commission.id, ALL);
  const known = partners.data?.results ?? [];
  // Of who cannot, or offers nothing in the area, the reason is recorded by itself.
  const inside = (candidates.data?.results ?? []).filter(
    ({ fits, parts }) => fits && parts.some(({ part, value }) => part === 'specialism' && (value ?? 0) > 0),
  );
  return (
    <AskDialog
      title="Go outside the trust"
      action="Match with the partner"
      asked={({ partnerId }) => {
        const partner = known.find(({ id }) => id === partnerId);
        return [
          {
            name: 'partnerId',
            label: 'Partner',
            hint:
              known.length === 0
                ? 'There is none yet: a trust leader adds one under Partners'
                : partner &&
                  (partner.inDate
                    ? `Due diligence holds until ${day(partner.diligenceUntil)}${partner.dayRate === undefined ? '' : `; ${pounds(partner.dayRate)} a day`}`
                    : 'Without due diligence in date: nobody can commission them'),
            options: [
              ['', 'Choose'],
              ...known.map(({ id, name, inDate }): [string, string] => [
                id,
                inDate ? name : `${name} (due diligence not in date)`,
              ]),
            ],
          },
          { name: 'cost', label: 'Cost in all, in pounds', hint: 'Who approves it depends on it' },
          { name: 'reason', label: 'Why nobody inside fits', hint: 'It is recorded', kind: 3 },
          ...inside.map(({ expertId, name, score }) => ({
            name: expertId,
            label: `Why not ${name}`,
            hint: `Matches to ${score} of 100`,
          })),
        ];
      }}
      work={async (values) => {
        await answered(
          commissionMatchResourceMatch({
            path: { id: commission.id },
            body: {
              partnerId: values.partnerId || undefined,
              cost: values.cost ? Number(values.cost.replace(/[£,\s]/g, '')) : undefined,
              reason: values.reason,
              unfit: inside
                .filter(({ expertId }) => values[expertId]?.trim())
                .map(({ expertId }) => ({ expertId, reason: values[expertId] ?? '' })),
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
