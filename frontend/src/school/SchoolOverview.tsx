import { getRouteApi, Link } from '@tanstack/react-router';
import { ActivityList } from '../activity/ActivityList';
import type { School } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { SchoolSupportSheet } from '../commission/SchoolSupportSheet';
import { ConcernNumbers } from '../concern/ConcernNumbers';
import { ThisYear } from '../cycle/ThisYear';
import { LatestInspection } from '../inspection/LatestInspection';
import { NeedSheet } from '../need/NeedSheet';
import { LatestOutcomes } from '../outcome/LatestOutcomes';
import { SchoolTermDates } from '../term/SchoolTermDates';
import { NextDates } from '../timetable/NextDates';
import { day, number } from '../ui/format';
import { Empty } from '../ui/Page';
import { TrustPlace } from './TrustPlace';
import { useSchool } from './useSchool';

const route = getRouteApi('/shell/schools/$urn/');

/** A school prints on one page: what is looked up elsewhere is left out there. */
const PRINTED_YEARS = 3;
const UNPRINTED = new Set(['UKPRN', 'In the register', 'Diocese', 'Region', 'Opened']);

/** A school on a page: its plan and targets, need, outcomes, last inspection, register, intake, and what was done. */
export function SchoolOverview() {
  const me = useMe();
  const urn = Number(route.useParams().urn);
  const { data: school } = useSchool(urn);
  if (!school) {
    return null;
  }
  return (
    <div className="stack">
      <div className="aside">
        <div className="stack">
          {may(me, 'cycles:read', urn) && <ThisYear urn={urn} />}
          {may(me, 'need:read', urn) && <NeedSheet urn={urn} />}
          {may(me, 'concerns:count', urn) && !may(me, 'concerns:read', urn) && <ConcernNumbers urn={urn} />}
        </div>
        <div className="stack">
          {may(me, 'inspections:read', urn) && <LatestInspection urn={urn} />}
          <TrustPlace school={school} />
          {may(me, 'timetable:read', urn) && <NextDates urn={urn} />}
          {may(me, 'commissions:read', urn) && <SchoolSupportSheet urn={urn} />}
          {may(me, 'term-dates:read', urn) && <SchoolTermDates urn={urn} />}
        </div>
      </div>
      {may(me, 'outcomes:read', urn) && <LatestOutcomes urn={urn} />}
      <div className="aside">
        <Intake school={school} />
        <div className="stack">
          <Facts school={school} />
          <Links school={school} />
        </div>
      </div>
      {may(me, 'activity:read', urn) && <ActivityList title="Activity" filter={{ schoolUrn: urn }} />}
    </div>
  );
}

function Facts({ school }: { school: School }) {
  const facts: [string, string][] = [
    ['Local authority', `${school.localAuthority} (${school.localAuthorityCode})`],
    ['LAESTAB', school.laEstab ?? '–'],
    ['UKPRN', school.ukprn ? String(school.ukprn) : '–'],
    ['In the register', school.establishmentStatus],
    ['Ages', school.lowAge != null && school.highAge != null ? `${school.lowAge} to ${school.highAge}` : '–'],
    ['On roll', `${number(school.numberOnRoll)} pupils, ${number(school.capacity)} places`],
    ['Religious character', school.religiousCharacter ?? 'None'],
    ['Diocese', school.diocese ?? '–'],
    ['Address', [school.town, school.postcode].filter(Boolean).join(', ') || '–'],
    ['Region', school.region ?? '–'],
    ['Opened', day(school.openedOn)],
    ...(school.closedOn ? ([['Closed', day(school.closedOn)]] as [string, string][]) : []),
  ];
  return (
    <section className="sheet" aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">From the register</h2>
      </header>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className={UNPRINTED.has(name) ? 'pair unprinted' : 'pair'}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Links({ school }: { school: School }) {
  if (school.links.length === 0) {
    return null;
  }
  return (
    <section className="sheet" aria-labelledby="links-title">
      <header>
        <h2 id="links-title">Earlier and later URNs</h2>
      </header>
      <ul>
        {school.links.map((link) => (
          <li key={`${link.kind}-${link.urn}`}>
            {link.kind === 'predecessor' ? 'Was' : 'Became'}{' '}
            <Link to="/schools/$urn" params={{ urn: String(link.urn) }}>
              {link.urn}
            </Link>
            {link.date && ` on ${day(link.date)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function percent(value: number | undefined): string {
  return value == null ? '–' : `${number(value, 1)}%`;
}

function Intake({ school }: { school: School }) {
  return (
    <section className="sheet" aria-labelledby="intake-title">
      <header>
        <h2 id="intake-title">Intake</h2>
      </header>
      {school.context.length === 0 ? (
        <Empty>
          Nothing is known yet about the pupils of this school. It comes with the register and with pushed
          pupils.
        </Empty>
      ) : (
        <div className="table folds">
          <table>
            <caption>Number on roll, and percentage of pupils, by academic year</caption>
            <thead>
              <tr>
                <th scope="col">Year</th>
                <th scope="col" className="figure">
                  On roll
                </th>
                <th scope="col" className="figure">
                  Free school meals
                </th>
                <th scope="col" className="figure">
                  Disadvantaged
                </th>
                <th scope="col" className="figure">
                  SEN support
                </th>
                <th scope="col" className="figure">
                  EHCP
                </th>
                <th scope="col" className="figure">
                  EAL
                </th>
              </tr>
            </thead>
            <tbody>
              {school.context.map((year, at) => (
                <tr key={year.academicYear} className={at < PRINTED_YEARS ? undefined : 'unprinted'}>
                  <th scope="row">{year.academicYear}</th>
                  <td data-label="On roll" className="figure">
                    {number(year.numberOnRoll)}
                  </td>
                  <td data-label="Free school meals" className="figure">
                    {percent(year.freeMealsPercent)}
                  </td>
                  <td data-label="Disadvantaged" className="figure">
                    {percent(year.disadvantagedPercent)}
                  </td>
                  <td data-label="SEN support" className="figure">
                    {percent(year.senSupportPercent)}
                  </td>
                  <td data-label="EHCP" className="figure">
                    {percent(year.ehcpPercent)}
                  </td>
                  <td data-label="EAL" className="figure">
                    {percent(year.ealPercent)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
