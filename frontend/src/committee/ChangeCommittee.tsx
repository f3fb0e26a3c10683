import { useQueryClient } from '@tanstack/react-query';
import { committeeResourceChange } from '../api/sdk.gen';
import type { Committee } from '../api/types.gen';
import { useSchools } from '../school/useSchool';
import { AskDialog } from '../ui/AskDialog';
import { today } from '../ui/format';
import { answered } from '../ui/problem';
import { lookingAfter, onDay } from './schools';

/** What a committee is called, which schools it looks after, when it warns of terms that end, and when it has ended. */
export function ChangeCommittee({ committee, onClose }: { committee: Committee; onClose: () => void }) {
  const queries = useQueryClient();
  const schools = useSchools();
  const now = onDay(committee.schools, today()).map(({ schoolUrn }) => schoolUrn);
  return (
    <AskDialog
      title="Change the committee"
      action="Save"
      initial={{
        name: committee.name,
        warnDays: String(committee.warnDays),
        schools: now.join(','),
        from: today(),
        endedOn: committee.endedOn ?? '',
      }}
      asked={() => [
        { name: 'name', label: 'Name' },
        ...(committee.wholeTrust
          ? []
          : [
              {
                name: 'schools',
                label: 'Schools that it looks after',
                several: (schools.data?.results ?? []).map(({ urn, name }): [string, string] => [
                  String(urn),
                  name,
                ]),
              },
              {
                name: 'from',
                label: 'What changes about its schools does so on',
                kind: 'date' as const,
              },
            ]),
        { name: 'warnDays', label: 'So many days before a term of office ends, one is warned' },
        { name: 'endedOn', label: 'Ended on', hint: 'Empty while it goes on', kind: 'date' },
      ]}
      work={async ({ name, schools: chosen, from, warnDays, endedOn }) => {
        const wanted = (chosen ?? '').split(',').filter(Boolean).map(Number);
        await answered(
          committeeResourceChange({
            path: { id: committee.id },
            headers: { 'If-Match': `"${committee.version}"` },
            body: {
              name: name ?? '',
              schools: committee.wholeTrust ? [] : lookingAfter(committee.schools, wanted, from || today()),
              warnDays: Number(warnDays),
              endedOn: endedOn || null,
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
