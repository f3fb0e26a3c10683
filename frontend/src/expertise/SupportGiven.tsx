import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Commission, ExpertDetail } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { STATUS } from '../commission/words';
import { day, daysOf, number } from '../ui/format';
import { Empty, Failed } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { useSupportGiven } from './useExperts';

const COLUMNS: Column<Commission>[] = [
  {
    label: 'Support',
    text: ({ title }) => title,
    show: ({ id, title }) => (
      <Link to="/commissions/$id" params={{ id }}>
        {title}
      </Link>
    ),
  },
  { label: 'For', text: ({ schoolName, beyond }) => schoolName ?? beyond ?? '' },
  { label: 'About', text: ({ specialismLabel }) => specialismLabel },
  { label: 'From', text: ({ startsOn, endsOn }) => `${day(startsOn)} to ${day(endsOn)}` },
  {
    label: 'Given',
    text: ({ daysGiven, daysAgreed }) => `${number(daysGiven)} of ${daysOf(daysAgreed)}`,
  },
  {
    label: 'Stands',
    text: ({ status }) => STATUS[status].label,
    show: ({ status, overdue }) =>
      overdue ? (
        <Pill tone="bad">Past its last day</Pill>
      ) : (
        <Pill tone={STATUS[status].tone}>{STATUS[status].label}</Pill>
      ),
  },
];

/** The support that an expert gives and has given; what the reader may not see is not there. */
export function SupportGiven({ profile: { expert, mayChange } }: { profile: ExpertDetail }) {
  const me = useMe();
  const [page, setPage] = useState(1);
  const given = useSupportGiven(expert.id, page, mayChange || may(me, 'commissions:read'));
  if (given.isError) {
    return <Failed cause={given.error} retry={() => given.refetch()} />;
  }
  if (!given.data) {
    return null;
  }
  return (
    <section className="sheet stack" aria-labelledby="given-title">
      <header>
        <h2 id="given-title">Support given</h2>
      </header>
      {given.data.results.length === 0 ? (
        <Empty>
          {mayChange
            ? 'None yet. You are told when you are matched with a school.'
            : 'None that you may see.'}
        </Empty>
      ) : (
        <>
          <Table
            caption="The newest first"
            columns={COLUMNS}
            rows={given.data.results}
            keyOf={({ id }) => id}
          />
          <Paging paging={given.data.paging} what="pieces of support" onPage={setPage} />
        </>
      )}
    </section>
  );
}
