import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dataQualityResourceList, schoolResourceList } from '../api/sdk.gen';
import type { DataCompleteness, KindQuality, SchoolDataQuality, YearQuality } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { cohortLabel } from '../outcome/cohorts';
import { Field } from '../ui/Field';
import { number, words } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill, type Tone } from '../ui/Pill';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { inOrder, kindLabel } from './kinds';

const route = getRouteApi('/shell/data-quality');

/** Below this share of the pupils a value counts as partial. */
const WHOLE = 0.95;

/** What the address of the page can say. */
export interface DataQualitySearch {
  school?: number;
  page?: number;
}

/** How complete and how fresh the data of each school is, what waits, and whom to ask. */
export function DataQualityPage() {
  const me = useMe();
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const allowed = may(me, 'data-quality:read');
  const quality = useQuery({
    queryKey: ['data-quality', wanted],
    queryFn: () =>
      answered(
        dataQualityResourceList({ query: { schoolUrn: wanted.school, page: wanted.page, pageSize: 10 } }),
      ),
    placeholderData: keepPreviousData,
    enabled: allowed,
  });
  const schools = useQuery({
    queryKey: ['schools', { status: 'in-trust', pageSize: 200 }],
    queryFn: () => answered(schoolResourceList({ query: { status: 'in-trust', pageSize: 200 } })),
    staleTime: 600_000,
    enabled: allowed,
  });
  return (
    <Page
      title="Data quality"
      lead="Whether the data of each school is complete and fresh, what waits and why, and whom to ask."
    >
      {!allowed && (
        <div className="notice bad" role="alert">
          <h2>You may not see this</h2>
          <p>The quality of the data is for data managers and for leaders of schools and of the trust.</p>
        </div>
      )}
      {allowed && (
        <search className="filters">
          <Field label="School">
            <select
              value={wanted.school ?? ''}
              onChange={(event) =>
                navigate({ search: { school: Number(event.target.value) || undefined }, replace: true })
              }
            >
              <option value="">All that I may see</option>
              {schools.data?.results.map((school) => (
                <option key={school.urn} value={school.urn}>
                  {school.name}
                </option>
              ))}
            </select>
          </Field>
        </search>
      )}
      {allowed && quality.isPending && <Loading what="the quality of the data" />}
      {quality.isError && <Failed cause={quality.error} retry={() => quality.refetch()} />}
      {quality.data && (
        <div className="stack">
          {quality.data.results.length === 0 && (
            <section className="sheet" aria-label="Schools">
              <Empty>
                {wanted.school
                  ? 'There is no such school of the trust that you may see. Choose another above.'
                  : 'No school of the trust yet. Import the register and bring the schools into the trust.'}
              </Empty>
            </section>
          )}
          {quality.data.results.map((school) => (
            <School key={school.schoolUrn} school={school} alone={quality.data.paging.totalResults === 1} />
          ))}
          <Paging
            paging={quality.data.paging}
            what="schools"
            onPage={(page) => navigate({ search: { ...wanted, page } })}
          />
        </div>
      )}
    </Page>
  );
}

/** A school; when there are several, those in order show that they are, and the figures when they are asked for. */
function School({ school, alone }: { school: SchoolDataQuality; alone: boolean }) {
  const title = `quality-${school.schoolUrn}`;
  const standing = standingOf(school);
  const last = latest(school.kinds.flatMap((kind) => kind.years));
  return (
    <section className="sheet" aria-labelledby={title}>
      <header>
        <h2 id={title}>
          <Link to="/schools/$urn" params={{ urn: String(school.schoolUrn) }}>
            {school.schoolName}
          </Link>
        </h2>
        <Pill tone={standing.tone}>{standing.label}</Pill>
      </header>
      {school.outdatedSince && (
        <p className="notice warn">
          Values not up to date since <When at={school.outdatedSince} />: they could not be computed from the
          rows that have come in. It is tried again by itself; if it lasts, ask whoever runs Uplift.
        </p>
      )}
      {alone || standing !== IN_ORDER ? (
        <Figures school={school} />
      ) : (
        <details>
          <summary>
            {last?.lastPushAt ? (
              <>
                Last sent <When at={last.lastPushAt} /> by {last.lastPushBy}
              </>
            ) : (
              'The figures'
            )}
          </summary>
          <Figures school={school} />
        </details>
      )}
    </section>
  );
}

function Figures({ school }: { school: SchoolDataQuality }) {
  const years = school.kinds[0]?.years ?? [];
  return (
    <div className="stack">
      <div className="table folds">
        <table>
          <caption className="visually-hidden">Data of {school.schoolName}</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              {years.map((year) => (
                <th key={year.academicYear} scope="col" className="figure">
                  Rows {year.academicYear}
                </th>
              ))}
              <th scope="col">Last sent</th>
              <th scope="col">Waiting</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {school.kinds.map((kind) => (
              <Kind key={kind.kind} urn={school.schoolUrn} kind={kind} />
            ))}
          </tbody>
        </table>
      </div>
      <Complete completeness={school.completeness} />
      <Contacts school={school} />
    </div>
  );
}

function Kind({ urn, kind }: { urn: number; kind: KindQuality }) {
  const me = useMe();
  const last = latest(kind.years);
  return (
    <tr>
      <th scope="row">{kindLabel(kind.kind)}</th>
      {kind.years.map((year) => (
        <td
          key={year.academicYear}
          data-label={`Rows ${year.academicYear}`}
          className={year.rows === 0 ? 'figure soft' : 'figure'}
        >
          {number(year.rows)}
        </td>
      ))}
      <td data-label="Last sent">
        {last?.lastPushAt ? (
          <span>
            <When at={last.lastPushAt} />
            <span className="soft line">{last.lastPushBy}</span>
          </span>
        ) : (
          'Not known'
        )}
      </td>
      <td data-label="Waiting" className={kind.waiting.length === 0 ? 'soft none' : undefined}>
        {kind.waiting.length === 0
          ? 'None'
          : kind.waiting.map(({ code, rows }) => (
              <span key={code} className="line">
                {may(me, 'quarantine:read') ? (
                  <Link to="/imports/waiting" search={{ school: String(urn), kind: kind.kind, code }}>
                    {number(rows)}: {words(code).toLowerCase()}
                  </Link>
                ) : (
                  `${number(rows)}: ${words(code).toLowerCase()}`
                )}
              </span>
            ))}
      </td>
      <td data-label="State">
        <State kind={kind} />
      </td>
    </tr>
  );
}

function State({ kind }: { kind: KindQuality }) {
  const state = stateOf(kind);
  return (
    <span>
      <Pill tone={state.tone}>{state.label}</Pill>
      {kind.late && <span className="soft line">Expected every {days(kind.expectedEveryDays)}</span>}
    </span>
  );
}

interface Standing {
  tone: Tone;
  label: string;
}

const LATE: Standing = { tone: 'bad', label: 'Late' };
const WAITING: Standing = { tone: 'warn', label: 'Rows wait' };
const PARTIAL: Standing = { tone: 'warn', label: 'Partial' };
const NO_DATA: Standing = { tone: 'calm', label: 'No data' };
const IN_ORDER: Standing = { tone: 'good', label: 'In order' };

function stateOf(kind: KindQuality): Standing {
  if (kind.late) {
    return LATE;
  }
  if (kind.waiting.length > 0) {
    return WAITING;
  }
  return kind.years.every((year) => year.rows === 0) ? NO_DATA : IN_ORDER;
}

/** The worst of what is told about a school; kinds of which it has no rows are no fault of it. */
function standingOf(school: SchoolDataQuality): Standing {
  const states = school.kinds.map(stateOf);
  return (
    [LATE, WAITING].find((state) => states.includes(state)) ??
    (school.completeness.every(isWhole) ? undefined : PARTIAL) ??
    (states.every((state) => state === NO_DATA) ? NO_DATA : IN_ORDER)
  );
}

function latest(years: YearQuality[]): YearQuality | undefined {
  return years
    .filter((year) => year.lastPushAt)
    .sort((one, other) => (other.lastPushAt ?? '').localeCompare(one.lastPushAt ?? ''))[0];
}

function days(count: number | undefined): string {
  return count === 1 ? 'day' : `${count} days`;
}

function Complete({ completeness }: { completeness: DataCompleteness[] }) {
  if (completeness.length === 0) {
    return <p className="soft">No results have come for these years yet.</p>;
  }
  const partial = completeness.filter((one) => !isWhole(one));
  const whole = completeness.filter(isWhole);
  return (
    <>
      {partial.length > 0 && <Shares completeness={partial} />}
      {whole.length > 0 && (
        <details>
          <summary>
            Complete: {whole.length} of {completeness.length} assessed year groups
          </summary>
          <Shares completeness={whole} />
        </details>
      )}
    </>
  );
}

function isWhole({ complete, eligible }: DataCompleteness): boolean {
  return complete >= WHOLE * eligible;
}

function Shares({ completeness }: { completeness: DataCompleteness[] }) {
  return (
    <dl className="facts">
      {completeness.map((one) => (
        <div key={`${one.academicYear}${one.keyStage}${one.cohort}`} className="pair">
          <dt>
            {cohortLabel(one.cohort)}, {one.academicYear}
          </dt>
          <dd>
            <Pill tone={isWhole(one) ? 'good' : 'warn'}>{isWhole(one) ? 'Complete' : 'Partial'}</Pill>{' '}
            {number(one.complete)} of {number(one.eligible)} pupils have all results
            <span className="soft line">{one.measureLabel}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Contacts({ school }: { school: SchoolDataQuality }) {
  if (school.contacts.length === 0) {
    return (
      <p className="soft">
        No machine is registered to send for this school; its data comes as files. Ask the data manager.
      </p>
    );
  }
  return (
    <ul className="activity" aria-label={`Whom to ask about the data of ${school.schoolName}`}>
      {school.contacts.map((contact) => (
        <li key={contact.integration}>
          <span>
            Ask about {contact.integration}: <strong>{contact.contactName}</strong>,{' '}
            <a href={`mailto:${contact.contactEmail}`}>{contact.contactEmail}</a>
          </span>
          <span className="soft">
            Sends{' '}
            {inOrder(contact.kinds.map((kind) => ({ kind })))
              .map((one) => kindLabel(one.kind))
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
