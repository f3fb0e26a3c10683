import { Link } from '@tanstack/react-router';
import type { OccurrencePage, OccurrenceSummary } from '../api/types.gen';
import { Export } from '../ui/Export';
import { day } from '../ui/format';
import { Empty } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { called, hours, placeOf, STATUS } from './words';

const COLUMNS: Column<OccurrenceSummary>[] = [
  {
    label: 'What',
    text: called,
    show: (one) => (
      <Link to="/timetable/$id" params={{ id: one.id }}>
        {called(one)}
      </Link>
    ),
  },
  { label: 'Where', text: placeOf },
  { label: 'Day', text: ({ day: at }) => day(at) },
  { label: 'Time', text: ({ startsAt, minutes }) => hours(startsAt, minutes) },
  { label: 'Lead', text: ({ lead }) => lead ?? '' },
  {
    label: 'Status',
    text: ({ status }) => STATUS[status].label,
    show: ({ status }) => <Pill tone={STATUS[status].tone}>{STATUS[status].label}</Pill>,
  },
];

interface Props {
  page: OccurrencePage;
  name: string[];
  onPage: (page: number) => void;
}

/** What is planned as a list, by day. */
export function ListView({ page, name, onPage }: Props) {
  return (
    <section className="sheet" aria-label="Planned activities">
      {page.results.length === 0 ? (
        <Empty>Nothing like this is planned. Choose another status or place to see more.</Empty>
      ) : (
        <Table
          caption="Planned activities, by day"
          columns={COLUMNS}
          rows={page.results}
          keyOf={({ id }) => id}
        />
      )}
      <Paging paging={page.paging} what="activities" onPage={onPage} />
      {page.results.length > 0 && (
        <div className="actions unprinted">
          <Export name={['Timetable', ...name]} columns={COLUMNS} rows={page.results} />
        </div>
      )}
    </section>
  );
}
