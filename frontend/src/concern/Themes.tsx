import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { concernOversightResourceThemes } from '../api/sdk.gen';
import type { ConcernAgeing, ConcernsOfSchool, ConcernTheme, ConcernWorkload } from '../api/types.gen';
import { day } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';

const THEMES: Column<ConcernTheme>[] = [
  {
    label: 'About',
    text: ({ label }) => label,
    show: ({ category, label }) => (
      <Link to="/concerns" search={{ category }}>
        {label}
      </Link>
    ),
  },
  { label: 'Open', text: ({ open }) => String(open), figure: true },
  { label: 'High or critical', text: ({ grave }) => String(grave), figure: true },
  { label: 'Schools', text: ({ schools }) => String(schools), figure: true },
  { label: 'Oldest raised', text: ({ oldestOn }) => day(oldestOn) },
];

/** How old, as people say it. */
function aged({ from, below }: ConcernAgeing): string {
  if (below == null) {
    return `${from / 7} weeks and more`;
  }
  return from === 0 ? `Less than ${below / 7} weeks` : `${from / 7} to ${below / 7} weeks`;
}

const AGES: Column<ConcernAgeing>[] = [
  { label: 'Age', text: aged },
  { label: 'Open', text: ({ open }) => String(open), figure: true },
];

const OWNERS: Column<ConcernWorkload>[] = [
  { label: 'Owner', text: ({ ownerName }) => ownerName ?? 'Nobody yet' },
  { label: 'Open', text: ({ open }) => String(open), figure: true },
  { label: 'Review overdue', text: ({ overdue }) => String(overdue), figure: true },
];

const SCHOOLS: Column<ConcernsOfSchool>[] = [
  {
    label: 'School',
    text: ({ schoolName }) => schoolName,
    show: ({ schoolUrn, schoolName }) => (
      <Link to="/concerns" search={{ school: schoolUrn }}>
        {schoolName}
      </Link>
    ),
  },
  { label: 'Open', text: ({ open }) => String(open), figure: true },
  { label: 'High or critical', text: ({ grave }) => String(grave), figure: true },
];

/** What open concerns are about across schools, how old they are, and who owns them. Restricted ones count for nobody. */
export function Themes() {
  const themes = useQuery({
    queryKey: ['concern-themes'],
    queryFn: () => answered(concernOversightResourceThemes()),
  });
  const found = themes.data;
  return (
    <section className="sheet stack" aria-labelledby="themes-title">
      <header>
        <h2 id="themes-title">Across schools</h2>
        <p className="soft small">Open concerns; restricted ones are not counted.</p>
      </header>
      {themes.isPending && <Loading what="themes" />}
      {themes.isError && <Failed cause={themes.error} retry={() => themes.refetch()} />}
      {found && found.themes.length === 0 && <Empty>No concern is open.</Empty>}
      {found && found.themes.length > 0 && (
        <>
          <Table caption="Themes" columns={THEMES} rows={found.themes} keyOf={({ category }) => category} />
          <Table
            caption="By school"
            columns={SCHOOLS}
            rows={found.schools}
            keyOf={({ schoolUrn }) => String(schoolUrn)}
          />
          <div className="columns">
            <Table caption="By age" columns={AGES} rows={found.ageing} keyOf={({ from }) => String(from)} />
            <Table
              caption="By owner"
              columns={OWNERS}
              rows={found.owners}
              keyOf={({ ownerPersonId }) => ownerPersonId ?? 'nobody'}
            />
          </div>
        </>
      )}
    </section>
  );
}
