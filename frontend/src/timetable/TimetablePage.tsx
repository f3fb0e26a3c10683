import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OccurrenceStatus } from '../api/types.gen';
import { may, mayIn, useMe } from '../app/me';
import { useSchools } from '../school/useSchool';
import { yearsAround } from '../term/dates';
import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { academicYearOf, today } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Switch } from '../ui/Switch';
import { ClashNotice } from './ClashNotice';
import { ListView } from './ListView';
import { MonthView } from './MonthView';
import { ParticipationView } from './ParticipationView';
import { PlanForm } from './PlanForm';
import { Subscribe } from './Subscribe';
import { useBusyPeople, useClashes, useOccurrences, useWith, useYearPlan } from './useTimetable';
import { STATUS, STATUSES } from './words';
import { YearView } from './YearView';

const route = getRouteApi('/shell/timetable');

export const VIEWS = ['year', 'month', 'list', 'participation'] as const;

/** What the address of the page can say. */
export interface TimetableSearch {
  view?: (typeof VIEWS)[number] | undefined;
  year?: string | undefined;
  school?: number | undefined;
  /** me, or the id of a person. */
  person?: string | undefined;
  status?: OccurrenceStatus | undefined;
  /** Of the academic year, from 0 September. */
  month?: number | undefined;
  page?: number | undefined;
}

const SIGNS: [string, string, string][] = [
  ['○', 'calm', 'Planned'],
  ['●', 'good', 'Done'],
  ['▲', 'warn', 'Overdue: nothing recorded yet'],
  ['■', 'bad', 'Missed: its term is over'],
];

/** The year's process: what is planned for schools and the trust, as a plan, a month or a list. */
export function TimetablePage() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<'plan' | 'subscribe'>();
  const { view = 'year', school, person, status, page } = search;
  const present = academicYearOf(new Date());
  const year = search.year ?? present;
  const schools = useSchools(may(me, 'schools:read'));
  const named = (schools.data?.results ?? []).filter(({ urn }) => may(me, 'timetable:read', urn));
  const plannable = named.filter(({ urn }) => may(me, 'timetable:plan', urn));
  const change = (next: TimetableSearch) =>
    navigate({ search: { ...search, page: undefined, ...next }, replace: true });
  const plansTrust = mayIn(me, 'timetable:plan', undefined);
  return (
    <Page
      title="Timetable"
      part={view === 'participation' ? 'Participation' : year}
      lead="The year's quality improvement process, in the schools and in the trust."
      actions={
        <>
          {may(me, 'timetable:plan') && (
            <button className="button primary" type="button" onClick={() => setOpen('plan')}>
              Plan an activity
            </button>
          )}
          <button className="button" type="button" onClick={() => setOpen('subscribe')}>
            In your own calendar
          </button>
          {plansTrust && (
            <Link className="button" to="/timetable/proposal" search={{ year: search.year }}>
              Make the year
            </Link>
          )}
          <Link className="button" to="/timetable/template" search={{ year: search.year }}>
            The template
          </Link>
        </>
      }
    >
      <div className="stack">
        <search className="filters unprinted">
          <Switch
            label="Show"
            ways={VIEWS}
            chosen={view}
            onChoose={(next) => change({ view: next === 'year' ? undefined : next })}
          />
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
          {view !== 'participation' && named.length > 1 && (
            <Field label="Where">
              <select
                value={school ?? ''}
                onChange={({ target }) => change({ school: Number(target.value) || undefined })}
              >
                <option value="">Every school and the trust</option>
                {named.map(({ urn, name }) => (
                  <option key={urn} value={urn}>
                    {name}
                  </option>
                ))}
              </select>
            </Field>
          )}
          {view !== 'participation' && (
            <Who year={year} person={person} onPerson={(to) => change({ person: to })} />
          )}
          {view === 'list' && (
            <Choice
              label="Status"
              options={[['all', 'All'], ...STATUSES.map((one): [string, string] => [one, STATUS[one].label])]}
              chosen={status ?? 'all'}
              onChoose={(next) => change({ status: next === 'all' ? undefined : (next as OccurrenceStatus) })}
            />
          )}
        </search>
        {view === 'participation' ? (
          <ParticipationView year={year} page={page} onPage={(to) => change({ page: to })} />
        ) : view === 'list' ? (
          <Listed year={year} />
        ) : (
          <Planned year={year} />
        )}
      </div>
      {open === 'plan' && <PlanForm schools={plannable} school={school} onClose={() => setOpen(undefined)} />}
      {open === 'subscribe' && <Subscribe schools={named} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Who({
  year,
  person,
  onPerson,
}: {
  year: string;
  person: string | undefined;
  onPerson: (person: string | undefined) => void;
}) {
  const me = useMe();
  const people = useBusyPeople(year, may(me, 'checkpoints:record'));
  const others = (people.data?.results ?? []).filter(({ id }) => id !== me.id);
  return (
    <Field label="Who">
      <select value={person ?? ''} onChange={({ target }) => onPerson(target.value || undefined)}>
        <option value="">Everybody</option>
        <option value="me">I lead or take part</option>
        {person && person !== 'me' && !others.some(({ id }) => id === person) && (
          <option value={person}>As chosen</option>
        )}
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

const withPerson = (person: string | undefined) =>
  person === 'me' ? { mine: true } : person ? { personId: person } : {};

function Listed({ year }: { year: string }) {
  const { school, person, status, page } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useOccurrences({
    academicYear: year,
    schoolUrn: school,
    status,
    page,
    pageSize: 50,
    ...withPerson(person),
  });
  return (
    <>
      {found.isPending && <Loading what="the timetable" />}
      {found.isError && <Failed cause={found.error} retry={() => found.refetch()} />}
      {found.data && (
        <ListView
          page={found.data}
          name={[year]}
          onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
        />
      )}
    </>
  );
}

function Planned({ year }: { year: string }) {
  const { view = 'year', school, person, month } = route.useSearch();
  const navigate = route.useNavigate();
  const plan = useYearPlan(year, school);
  const theirs = useWith(
    { academicYear: year, schoolUrn: school, ...withPerson(person) },
    person !== undefined,
  );
  const clashes = useClashes(year, school);
  const occurrences = person === undefined ? plan.data?.occurrences : theirs.data;
  const failed = plan.isError ? plan : theirs.isError ? theirs : null;
  if (failed) {
    return <Failed cause={failed.error} retry={() => failed.refetch()} />;
  }
  if (!plan.data || !occurrences) {
    return <Loading what="the timetable" />;
  }
  const clashing = new Set(clashes.data?.results.map(({ occurrenceId }) => occurrenceId));
  if (occurrences.length === 0 && view === 'year') {
    return (
      <section className="sheet">
        <Empty>
          {person === undefined
            ? `Nothing is planned for ${year} yet. Who plans for the trust makes the year by its template; a school plans its own beside it.`
            : 'Nothing is planned with them.'}
        </Empty>
      </section>
    );
  }
  return (
    <>
      <ClashNotice clashes={clashes.data?.results ?? []} occurrences={occurrences} />
      {!plan.data.complete && (
        <p className="notice">There is more than fits here; choose a school to see all of it.</p>
      )}
      {view === 'month' ? (
        <MonthView
          year={year}
          month={month ?? monthNow(year)}
          occurrences={occurrences}
          clashing={clashing}
          school={school}
          person={person}
          onMonth={(to) => navigate({ search: (before) => ({ ...before, month: to }), replace: true })}
        />
      ) : (
        <section className="sheet" aria-label="Year plan">
          <YearView plan={plan.data} occurrences={occurrences} clashing={clashing} school={school} />
          <ul className="day-key apart-above" aria-label="What the signs say">
            {SIGNS.map(([sign, tone, label]) => (
              <li key={tone}>
                <span className={`sign ${tone}`} aria-hidden="true">
                  {sign}
                </span>{' '}
                {label}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The present month in the present academic year, else its first. */
function monthNow(year: string): number {
  return year === academicYearOf(new Date()) ? (Number(today().slice(5, 7)) + 3) % 12 : 0;
}
