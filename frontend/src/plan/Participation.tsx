import { Link } from '@tanstack/react-router';
import type { Participation as School } from '../api/types.gen';
import { words } from '../ui/format';
import { Pill } from '../ui/Pill';
import { Table } from '../ui/Table';

/** Which schools of the trust have a cycle in the year, and how far it is. */
export function Participation({ schools, year }: { schools: School[]; year: string }) {
  const taking = schools.filter(({ cycleId }) => cycleId);
  return (
    <section className="sheet stack" aria-labelledby="participation-title">
      <header>
        <h2 id="participation-title">Who takes part</h2>
        <Pill tone={taking.length === schools.length ? 'good' : 'warn'}>
          {taking.length} of {schools.length} schools
        </Pill>
      </header>
      <Table
        caption={`Cycles of schools in ${year}`}
        rows={schools}
        keyOf={(school) => String(school.schoolUrn)}
        columns={[
          {
            label: 'School',
            text: (school) => school.schoolName,
            show: (school) => (
              <Link to="/schools/$urn/cycles" params={{ urn: String(school.schoolUrn) }}>
                {school.schoolName}
              </Link>
            ),
          },
          {
            label: 'Cycle',
            text: ({ stage }) => (stage ? words(stage) : 'No cycle yet'),
            show: ({ cycleId, stage }) =>
              cycleId && stage ? (
                <Link to="/cycles/$id" params={{ id: cycleId }}>
                  {words(stage)}
                </Link>
              ) : (
                <Pill tone="warn">No cycle yet</Pill>
              ),
          },
        ]}
      />
    </section>
  );
}
