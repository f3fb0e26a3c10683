import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { expertConflictResourceDeclare, expertConflictResourceEnd } from '../api/sdk.gen';
import type { ExpertConflict, ExpertDetail } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { Confirm } from '../ui/Confirm';
import { day, today } from '../ui/format';
import { Empty } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { useTrustSchools } from './useExperts';

interface Props {
  profile: ExpertDetail;
  interests: ExpertConflict[];
}

const COLUMNS: Column<ExpertConflict>[] = [
  { label: 'School', text: ({ schoolName }) => schoolName },
  { label: 'What it is', text: ({ what }) => what },
  { label: 'Since', text: ({ from }) => day(from) },
  { label: 'Until', text: ({ until }) => (until ? day(until) : 'Goes on') },
];

/** The schools in which somebody has an interest, for those alone who may know. */
export function Interests({ profile: { expert, mayChange }, interests }: Props) {
  const queries = useQueryClient();
  const schools = useTrustSchools();
  const [declaring, setDeclaring] = useState(false);
  const [ending, setEnding] = useState<ExpertConflict>();
  const columns: Column<ExpertConflict>[] = mayChange
    ? [
        ...COLUMNS,
        {
          label: 'Change',
          text: () => '',
          show: (interest) =>
            (!interest.until || interest.until > today()) && (
              <button className="link" type="button" onClick={() => setEnding(interest)}>
                End<span className="visually-hidden">: {interest.schoolName}</span>
              </button>
            ),
        },
      ]
    : COLUMNS;
  return (
    <section className="sheet stack" aria-labelledby="interests-title">
      <header>
        <h2 id="interests-title">Conflicts of interest</h2>
        {mayChange && (
          <button className="button" type="button" onClick={() => setDeclaring(true)}>
            Declare a conflict
          </button>
        )}
      </header>
      {interests.length === 0 ? (
        <Empty>None is declared.</Empty>
      ) : (
        <Table caption="As they were declared" columns={columns} rows={interests} keyOf={({ id }) => id} />
      )}
      <p className="soft small">
        Seen by {mayChange ? 'you' : expert.name}, the leaders of the school and the trust’s. Whoever matches
        is told that there is one, not what it is. One that has ended stays known.
      </p>
      {declaring && (
        <AskDialog
          title="Declare a conflict of interest"
          action="Declare"
          asked={() => [
            {
              name: 'schoolUrn',
              label: 'School',
              options: [
                ['', 'Choose'],
                ...(schools.data ?? []).map(({ urn, name }): [string, string] => [String(urn), name]),
              ],
            },
            {
              name: 'what',
              label: 'What it is',
              hint: 'In a few words; name nobody who need not be known',
              kind: 2,
              most: 500,
            },
            { name: 'until', label: 'Last day', hint: 'Empty while it goes on', kind: 'date' },
          ]}
          work={async ({ schoolUrn, what, until }) => {
            await answered(
              expertConflictResourceDeclare({
                path: { id: expert.id },
                body: {
                  // Without a school nothing is sent for it, so that the answer says so.
                  schoolUrn: (schoolUrn ? Number(schoolUrn) : undefined) as number,
                  what: what ?? '',
                  until: until || undefined,
                },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setDeclaring(false)}
        >
          <p>While it goes on you are not matched with the school.</p>
        </AskDialog>
      )}
      {ending && (
        <Confirm
          title="End this conflict of interest?"
          action="End it"
          work={async () => {
            await answered(expertConflictResourceEnd({ path: { id: expert.id, conflictId: ending.id } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setEnding(undefined)}
        >
          Today is its last day. From tomorrow on you can be matched with {ending.schoolName} again.
        </Confirm>
      )}
    </section>
  );
}
