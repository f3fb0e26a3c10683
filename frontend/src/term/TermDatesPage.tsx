import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivityList } from '../activity/ActivityList';
import { schoolResourceList } from '../api/sdk.gen';
import type { TermDates } from '../api/types.gen';
import { may, mayIn, useMe } from '../app/me';
import { Field } from '../ui/Field';
import { academicYearOf, day, number, words } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { Table } from '../ui/Table';
import { BankHolidays } from './BankHolidays';
import { isTrust, schoolDaysIn, span, TERMS, yearsAround } from './dates';
import { TermDatesForm } from './TermDatesForm';
import { useTermDates } from './useTermDates';
import { YearCalendar } from './YearCalendar';

const route = getRouteApi('/shell/term-dates');

/** What the address of the page can say. */
export interface TermDatesSearch {
  year?: string | undefined;
  school?: number | undefined;
  /** The code of a local authority. */
  authority?: number | undefined;
}

/** When the trust, or one school, is open in an academic year. */
export function TermDatesPage() {
  const me = useMe();
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const present = academicYearOf(new Date());
  const year = wanted.year ?? present;
  const schools = useQuery({
    queryKey: ['schools', { status: 'in-trust', pageSize: 200 }],
    queryFn: () => answered(schoolResourceList({ query: { status: 'in-trust', pageSize: 200 } })),
    staleTime: 600_000,
    enabled: may(me, 'schools:read'),
  });
  const authorities = new Map(
    schools.data?.results.map(({ localAuthorityCode, localAuthority }) => [
      localAuthorityCode,
      localAuthority,
    ]),
  );
  const authority = wanted.school === undefined ? wanted.authority : undefined;
  const name =
    authority !== undefined
      ? (authorities.get(authority) ?? `Local authority ${authority}`)
      : wanted.school === undefined
        ? 'The trust'
        : (schools.data?.results.find((school) => school.urn === wanted.school)?.name ??
          `School ${wanted.school}`);
  const dates = useTermDates(year, wanted.school, authority);
  const change = (next: TermDatesSearch) => navigate({ search: { ...wanted, ...next }, replace: true });
  return (
    <Page
      title="Term dates"
      part={`${name}, ${year}`}
      lead="When schools are open. Deadlines in school days are counted by these dates."
    >
      <search className="filters">
        <Field label="Academic year">
          <select
            value={year}
            onChange={({ target }) => change({ year: target.value === present ? undefined : target.value })}
          >
            {yearsAround(present, year).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
        <Field label="Whose">
          <select
            value={wanted.school ?? (authority === undefined ? '' : `authority ${authority}`)}
            onChange={({ target }) =>
              change(
                target.value.startsWith('authority ')
                  ? { school: undefined, authority: Number(target.value.slice('authority '.length)) }
                  : { school: Number(target.value) || undefined, authority: undefined },
              )
            }
          >
            <option value="">The trust</option>
            {authority !== undefined && !authorities.has(authority) && (
              <option value={`authority ${authority}`}>{name}</option>
            )}
            {[...authorities].map(([code, called]) => (
              <option key={code} value={`authority ${code}`}>
                {called} (local authority)
              </option>
            ))}
            {wanted.school !== undefined &&
              !schools.data?.results.some((school) => school.urn === wanted.school) && (
                <option value={wanted.school}>{name}</option>
              )}
            {schools.data?.results.map((school) => (
              <option key={school.urn} value={school.urn}>
                {school.name}
              </option>
            ))}
          </select>
        </Field>
      </search>
      {dates.isPending && <Loading what="the term dates" />}
      {dates.isError && <Failed cause={dates.error} retry={() => dates.refetch()} />}
      {dates.data && (
        <div className="stack">
          <TermTable dates={dates.data} name={name} />
          <YearCalendar dates={dates.data} />
          <div className="columns">
            <ClosedDays dates={dates.data} />
            <BankHolidays year={year} holidays={dates.data.bankHolidays} />
          </div>
          {mayIn(me, 'activity:read', wanted.school) && (
            <ActivityList
              title="Changes"
              filter={{ subject: 'term-dates', subjectId: year, schoolUrn: wanted.school }}
            />
          )}
        </div>
      )}
    </Page>
  );
}

function TermTable({ dates, name }: { dates: TermDates; name: string }) {
  const me = useMe();
  const [changing, setChanging] = useState(false);
  const changeable = mayIn(me, 'term-dates:change', dates.schoolUrn ?? undefined);
  const terms = dates.terms;
  return (
    <section className="sheet" aria-labelledby="terms-title">
      <header>
        <h2 id="terms-title">
          {name}, {dates.academicYear}
        </h2>
        {dates.assumed ? (
          <Pill tone="warn">Assumed</Pill>
        ) : (
          !isTrust(dates) && (
            <Pill tone="calm">
              {dates.ownTerms
                ? 'Its own terms'
                : dates.termsOf === 'local-authority'
                  ? 'Terms of the local authority'
                  : 'Terms of the trust'}
            </Pill>
          )
        )}
        {changeable && (
          <button className="button" type="button" onClick={() => setChanging(true)}>
            {dates.assumed && dates.version === 0 ? 'Set the dates' : 'Change'}
          </button>
        )}
      </header>
      {terms ? (
        <>
          <Table
            caption="Terms"
            columns={[
              { label: 'Term', text: (row) => words(row.name) },
              { label: 'First day', text: (row) => day(row.term.firstDay) },
              {
                label: 'Half-term',
                text: (row) => span(row.term.halfTermFirstDay, row.term.halfTermLastDay),
              },
              { label: 'Last day', text: (row) => day(row.term.lastDay) },
              {
                label: 'School days',
                figure: true,
                text: (row) => number(schoolDaysIn(row.term, dates.schoolDays)),
              },
            ]}
            rows={TERMS.map((name) => ({ name, term: terms[name] }))}
            keyOf={(row) => row.name}
          />
          <p className="soft apart-above">{number(dates.schoolDays.length)} school days in the year.</p>
        </>
      ) : (
        <Empty>
          <p>
            Nobody has set the terms of {dates.academicYear} yet. Until then every weekday counts as a school
            day that is no bank holiday and no closed day: {number(dates.schoolDays.length)} of them.
          </p>
          {!changeable && <p>A trust leader or an administrator sets them.</p>}
        </Empty>
      )}
      {!isTrust(dates) && !dates.ownTerms && terms && (
        <p className="soft">
          {dates.schoolUrn != null ? 'The school keeps the ' : 'Its schools keep the '}
          <AboveLink dates={dates} />.
        </p>
      )}
      {changing && <TermDatesForm dates={dates} name={name} onClose={() => setChanging(false)} />}
    </section>
  );
}

function AboveLink({ dates }: { dates: TermDates }) {
  const local = dates.termsOf === 'local-authority';
  return (
    <Link
      to="/term-dates"
      search={{ year: dates.academicYear, authority: local ? dates.localAuthorityCode : undefined }}
    >
      {local ? 'terms of its local authority' : 'terms of the trust'}
    </Link>
  );
}

function ClosedDays({ dates }: { dates: TermDates }) {
  const below = !isTrust(dates);
  return (
    <section className="sheet" aria-labelledby="closed-title">
      <header>
        <h2 id="closed-title">Closed days</h2>
      </header>
      {dates.closedDays.length === 0 ? (
        <Empty>None, bank holidays apart.</Empty>
      ) : (
        <Table
          caption="Days in term without school"
          columns={[
            { label: 'Day', text: (row) => day(row.date) },
            { label: 'Why', text: (row) => row.label },
            ...(below
              ? [
                  {
                    label: 'Where',
                    text: (row: TermDates['closedDays'][number]) =>
                      row.localAuthorityCode != null
                        ? 'Schools of the local authority'
                        : row.own
                          ? 'This school'
                          : 'Every school',
                  },
                ]
              : []),
          ]}
          rows={dates.closedDays}
          keyOf={(row) => `${row.date} ${row.own}`}
        />
      )}
    </section>
  );
}
