import { getRouteApi, Link } from '@tanstack/react-router';
import type { SchoolSupport, SupportLink } from '../api/types.gen';
import { Choice } from '../ui/Choice';
import { Export } from '../ui/Export';
import { academicYearOf, daysOf, number } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { type Column, Table } from '../ui/Table';
import { SupportPicture } from './SupportPicture';
import { useSupport } from './useCommissions';
import { pounds } from './words';

const route = getRouteApi('/shell/support');
const YEARS = 4;

/** What the address of the page can say. */
export interface SupportSearch {
  year?: string | undefined;
}

const LINKS: Column<SupportLink>[] = [
  { label: 'From', text: ({ from, external }) => (external ? `${from}, from outside` : from) },
  { label: 'For', text: ({ to, toUrn }) => (toUrn === undefined ? `${to}, beyond the trust` : to) },
  { label: 'Commissions', text: ({ commissions }) => number(commissions), figure: true },
  { label: 'Days agreed', text: ({ agreed }) => number(agreed), figure: true },
  { label: 'Given', text: ({ given }) => number(given), figure: true },
];

/** How what is agreed stands to what the level gives, in words. */
function against({ entitlementDays, agreed }: SchoolSupport): string {
  if (entitlementDays === undefined) {
    return 'No level yet';
  }
  const left = entitlementDays - agreed;
  return left < 0 ? `${daysOf(-left)} more` : left === 0 ? 'All of it' : `${daysOf(left)} left`;
}

const SCHOOLS: Column<SchoolSupport>[] = [
  {
    label: 'School',
    text: ({ schoolName }) => schoolName,
    show: ({ schoolUrn, schoolName }) => (
      <Link to="/commissions" search={{ school: schoolUrn }}>
        {schoolName}
      </Link>
    ),
  },
  { label: 'Level', text: ({ levelLabel }) => levelLabel ?? '' },
  {
    label: 'Entitled to',
    text: ({ entitlementDays }) => (entitlementDays === undefined ? '' : daysOf(entitlementDays)),
    figure: true,
  },
  { label: 'Agreed', text: ({ agreed }) => number(agreed), figure: true },
  { label: 'Given', text: ({ given }) => number(given), figure: true },
  { label: 'Against that', text: against },
  {
    label: 'Waiting',
    text: ({ requested }) => (requested === 0 ? '' : `${requested} asked for`),
  },
  { label: 'Gives to others', text: ({ givesAgreed }) => daysOf(givesAgreed), figure: true },
  { label: 'Spend', text: ({ spend }) => (spend === 0 ? '' : pounds(spend)), figure: true },
];

/** Who supports whom in a year, what that is against what each school is entitled to, and what it costs. */
export function SupportPage() {
  const now = academicYearOf(new Date());
  const { year = now } = route.useSearch();
  const navigate = route.useNavigate();
  const support = useSupport(year);
  const first = Number(now.slice(0, 4)) + 1;
  const years = Array.from({ length: YEARS }, (_, at) => `${first - at}/${first - at + 1}`);
  const found = support.data;
  return (
    <Page
      title="Who supports whom"
      lead={found && `${year}. ${pounds(found.spend)} for support from outside the trust.`}
      crumbs={[{ label: 'Support', to: '/commissions' }]}
      actions={
        found && (
          <>
            <Export name={['support', year]} columns={SCHOOLS} rows={found.schools} />
            <button className="button" type="button" onClick={() => print()}>
              Print
            </button>
          </>
        )
      }
    >
      <div className="stack">
        <div className="filters">
          <Choice
            label="Academic year"
            options={years.map((one): [string, string] => [one, one])}
            chosen={year}
            onChoose={(next) => navigate({ search: { year: next === now ? undefined : next } })}
          />
        </div>
        {support.isPending && <Loading what="support" />}
        {support.isError && <Failed cause={support.error} retry={() => support.refetch()} />}
        {found && (
          <>
            <section className="sheet stack" aria-labelledby="links-title">
              <header>
                <h2 id="links-title">From whom, for whom</h2>
              </header>
              {found.links.length === 0 ? (
                <Empty>No support is matched in this year.</Empty>
              ) : (
                <>
                  <SupportPicture links={found.links} />
                  <Table
                    caption="From whom, for whom, the most days first"
                    columns={LINKS}
                    rows={found.links}
                    keyOf={({ from, to }) => `${from} ${to}`}
                  />
                </>
              )}
            </section>
            <section className="sheet stack" aria-labelledby="schools-title">
              <header>
                <h2 id="schools-title">Against what each school is entitled to</h2>
              </header>
              {found.schools.length === 0 ? (
                <Empty>There is no school that you see.</Empty>
              ) : (
                <Table
                  caption="Days of support by school: agreed, given, and what its level of need gives it"
                  columns={SCHOOLS}
                  rows={found.schools}
                  keyOf={({ schoolUrn }) => String(schoolUrn)}
                />
              )}
            </section>
          </>
        )}
      </div>
    </Page>
  );
}
