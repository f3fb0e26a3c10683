import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { generationResourceMake } from '../api/sdk.gen';
import type { ProposedOccurrence, TimetableProposal } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { yearsAround } from '../term/dates';
import { Field, FormProblem } from '../ui/Field';
import { academicYearOf, day, number } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { Table } from '../ui/Table';
import { useChange } from '../ui/useChange';
import { useProposal, useYearPlan } from './useTimetable';
import { halfLabel, placeOf, shortDay } from './words';
import { YearGrid } from './YearGrid';

const route = getRouteApi('/shell/timetable/proposal');

/** What the address of the page can say. */
export interface ProposalSearch {
  year?: string | undefined;
  from?: string | undefined;
}

/** What the template asks for in a year, looked at before it is planned. */
export function ProposalPage() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const present = academicYearOf(new Date());
  const year = search.year ?? present;
  return (
    <Page
      title="Make the year"
      part={year}
      lead="What the template asks for, by each school's terms and level of need. Nothing is planned until you say so."
      crumbs={[{ label: 'Timetable', to: '/timetable' }]}
    >
      {mayIn(me, 'timetable:plan', undefined) ? (
        <div className="stack">
          <search className="filters">
            <Field label="Academic year">
              <select
                value={year}
                onChange={({ target }) => navigate({ search: { year: target.value }, replace: true })}
              >
                {yearsAround(present, year).map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </Field>
            <Field label="From" hint="Nothing is planned before it">
              <input
                type="date"
                value={search.from ?? ''}
                onChange={({ target }) =>
                  navigate({ search: { ...search, from: target.value || undefined }, replace: true })
                }
              />
            </Field>
          </search>
          <Proposed year={year} from={search.from} />
        </div>
      ) : (
        <p className="sheet">Only who plans for the whole trust can make the year: a trust leader.</p>
      )}
    </Page>
  );
}

function Proposed({ year, from }: { year: string; from: string | undefined }) {
  const found = useProposal(year, from);
  if (found.isError) {
    return <Failed cause={found.error} retry={() => found.refetch()} />;
  }
  if (!found.data) {
    return <Loading what="what the template asks for" />;
  }
  return <Shown key={found.data.version} proposal={found.data} />;
}

function Shown({ proposal }: { proposal: TimetableProposal }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const [withdraw, setWithdraw] = useState(false);
  const { academicYear, occurrences, superfluous, standing, past } = proposal;
  const nothing = occurrences.length === 0 && !(withdraw && superfluous.length > 0);
  const make = () =>
    change.run(async () => {
      await answered(
        generationResourceMake({
          headers: { 'If-Match': `"${proposal.version}"` },
          body: { academicYear, from: proposal.from, withdraw },
        }),
      );
      await queries.invalidateQueries();
      await navigate({ to: '/timetable', search: { year: academicYear } });
    });
  return (
    <>
      <section className="sheet" aria-labelledby="proposal-title">
        <header>
          <h2 id="proposal-title">
            {occurrences.length === 0
              ? 'Everything that the template asks for is planned'
              : `${number(occurrences.length)} activities to plan, from ${day(proposal.from)}`}
          </h2>
        </header>
        <FormProblem problem={change.problem} />
        <ul>
          <li>
            By the template of{' '}
            <Link to="/timetable/template" search={{ year: academicYear }}>
              {proposal.templateYear < '2001' ? 'Uplift, which comes with it' : proposal.templateYear}
            </Link>
            .
          </li>
          {standing > 0 && <li>{number(standing)} are planned already, and stay as they are.</li>}
          {past > 0 && (
            <li>
              {number(past)} would be before {day(proposal.from)}, and are left out.
            </li>
          )}
          {proposal.withoutLevel.length > 0 && (
            <li>
              No level of need is known of {names(proposal.withoutLevel)}: {one(proposal.withoutLevel)} what
              every school gets.
            </li>
          )}
          {proposal.assumed.length > 0 && (
            <li>
              No terms of {academicYear} are known of {names(proposal.assumed)}: half-terms are assumed.{' '}
              <Link to="/term-dates" search={{ year: academicYear }}>
                Set the term dates
              </Link>
            </li>
          )}
          {proposal.unplaced.map((entry) => (
            <li key={`${entry.schoolUrn} ${entry.typeLabel} ${halfLabel(entry)}`}>
              {entry.typeLabel}, {placeOf(entry)}, {halfLabel(entry)}: there is no day for it.
            </li>
          ))}
        </ul>
        {superfluous.length > 0 && (
          <label className="check apart-above">
            <input
              type="checkbox"
              checked={withdraw}
              onChange={({ target }) => setWithdraw(target.checked)}
            />
            Cancel the {number(superfluous.length)} below that the template does not ask for any more
          </label>
        )}
        <div className="actions apart-above">
          <button
            className="button primary"
            type="button"
            aria-disabled={change.busy || nothing}
            onClick={() => !nothing && make()}
          >
            {nothing ? 'Nothing to plan' : 'Plan them'}
          </button>
          <Link className="button" to="/timetable" search={{ year: academicYear }}>
            Back to the timetable
          </Link>
        </div>
      </section>
      {occurrences.length > 0 && <Grid year={academicYear} occurrences={occurrences} />}
      {superfluous.length > 0 && (
        <section className="sheet" aria-labelledby="superfluous-title">
          <header>
            <h2 id="superfluous-title">Not asked for any more</h2>
          </header>
          <Table
            caption="Planned by the template before; the need of the school, or the template, has changed"
            columns={[
              {
                label: 'What',
                text: ({ typeLabel }) => typeLabel,
                show: ({ id, typeLabel }) => (
                  <Link to="/timetable/$id" params={{ id }}>
                    {typeLabel}
                  </Link>
                ),
              },
              { label: 'Where', text: placeOf },
              { label: 'Day', text: ({ day: at }) => day(at) },
            ]}
            rows={superfluous}
            keyOf={({ id }) => id}
          />
        </section>
      )}
    </>
  );
}

const names = (schools: { name: string }[]) => schools.map(({ name }) => name).join(', ');
const one = (schools: unknown[]) => (schools.length === 1 ? 'it gets' : 'they get');

function Grid({ year, occurrences }: { year: string; occurrences: ProposedOccurrence[] }) {
  const plan = useYearPlan(year, undefined);
  const rows = new Map<string, string>();
  for (const proposed of occurrences) {
    rows.set(String(proposed.schoolUrn ?? ''), placeOf(proposed));
  }
  return (
    <section className="sheet" aria-label="What would be planned">
      {plan.isPending && <Loading what="the half-terms" />}
      {plan.isError && <Empty>The half-terms cannot be read now.</Empty>}
      {plan.data && (
        <YearGrid
          caption="What would be planned"
          head="School"
          halves={plan.data.halves}
          rows={[...rows]
            .sort(([a, one], [b, other]) => Number(a !== '') - Number(b !== '') || one.localeCompare(other))
            .map(([key, label]) => ({ key, label }))}
          placed={occurrences.map((proposed) => ({
            key: `${proposed.entryId} ${proposed.schoolUrn ?? ''}`,
            row: String(proposed.schoolUrn ?? ''),
            day: proposed.day,
            show: `${shortDay(proposed.day)} ${proposed.typeLabel}`,
          }))}
        />
      )}
    </section>
  );
}
