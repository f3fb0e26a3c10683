import type { ExpertCapacity, ExpertDetail } from '../api/types.gen';
import { daysOf, number } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { DaysLeft } from './DaysLeft';
import { daysLeft, termOf } from './words';

const COLUMNS: Column<ExpertCapacity>[] = [
  { label: 'Term', text: termOf },
  { label: 'Offered', text: ({ offered }) => number(offered), figure: true },
  { label: 'Promised', text: ({ promised }) => number(promised), figure: true },
  { label: 'Given', text: ({ given }) => number(given), figure: true },
  {
    label: 'Left',
    text: daysLeft,
    show: (capacity) => <DaysLeft capacity={capacity} />,
  },
];

/** What somebody has promised and given of their days, term by term. */
export function DaysOfYear({ profile: { expert, year } }: { profile: ExpertDetail }) {
  return (
    <section className="sheet stack" aria-labelledby="days-title">
      <header>
        <h2 id="days-title">Days</h2>
      </header>
      <Table
        caption={`${daysOf(expert.capacity.givenThisYear)} given this year`}
        columns={COLUMNS}
        rows={year}
        keyOf={({ term }) => term}
      />
    </section>
  );
}
