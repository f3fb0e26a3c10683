import { Link } from '@tanstack/react-router';
import type { PackContent, PackSchool } from '../api/types.gen';
import { type Column, Table } from '../ui/Table';
import { tally } from './exceptions';

/** The schools of a pack, one in a row; each leads to its place on the page. */
export function SchoolsAtOnce({ id, told }: { id: string; told: PackContent }) {
  const columns: Column<PackSchool>[] = [
    {
      label: 'School',
      text: ({ name }) => name,
      show: ({ urn, name }) => (
        <Link to="/packs/$id" params={{ id }} hash={`school-${urn}`}>
          {name}
        </Link>
      ),
    },
    {
      label: 'Needs the committee',
      figure: true,
      text: ({ urn }) => {
        const count = told.exceptions.filter(({ schoolUrn }) => schoolUrn === urn).length;
        return count > 0 ? String(count) : '';
      },
    },
    { label: 'Need', text: ({ need }) => need?.levelLabel ?? '' },
    { label: 'Targets and milestones', text: ({ priorities }) => tally(priorities) },
    { label: 'Open concerns', text: ({ concerns }) => concerns.open },
    {
      label: 'Visits and activities',
      text: ({ process: { done, overdue, missed } }) => `${done} done, ${overdue + missed} late or missed`,
    },
  ];
  return (
    <section className="sheet" aria-labelledby="schools-title">
      <header>
        <h2 id="schools-title">The schools</h2>
      </header>
      <Table
        caption="By name; each leads to its part below"
        columns={columns}
        rows={told.schools}
        keyOf={({ urn }) => String(urn)}
        dense
      />
    </section>
  );
}
