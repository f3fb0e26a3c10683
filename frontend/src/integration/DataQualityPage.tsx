import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { dataQualityResourceList, schoolResourceList } from '../api/sdk.gen';
import type { DataCompleteness, KindQuality, SchoolDataQuality } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { cohortLabel } from '../outcome/cohorts';
import { Field } from '../ui/Field';
import { number, words } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { kindLabel } from './kinds';

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
            <School key={school.schoolUrn} school={school} />
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

function School({ school }: { school: SchoolDataQuality }) {
  const title = `quality-${school.schoolUrn}`;
  const years = school.kinds[0]?.years ?? [];
  return (
    <section className="sheet" aria-labelledby={title}>
      <header>
        <h2 id={title}>{school.schoolName}</h2>
      </header>
      {school.outdatedSince && (
        <p className="notice warn">
          Values not up to date since <When at={school.outdatedSince} />: they could not be computed from the
          rows that have come in. It is tried again by itself; if it lasts, ask whoever runs Uplift.
        </p>
      )}
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
              <Kind key={kind.kind} kind={kind} />
            ))}
          </tbody>
        </table>
      </div>
      <Complete completeness={school.completeness} />
      <Contacts school={school} />
    </section>
  );
}

function Kind({ kind }: { kind: KindQuality }) {
  const last = kind.years
    .filter((year) => year.lastPushAt)
    .sort((one, other) => (other.lastPushAt ?? '').localeCompare(one.lastPushAt ?? ''))[0];
  return (
    <tr>
      <th scope="row">{kindLabel(kind.kind)}</th>
      {kind.years.map((year) => (
        <td key={year.academicYear} data-label={`Rows ${year.academicYear}`} className="figure">
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
      <td data-label="Waiting">
        {kind.waiting.length === 0
          ? 'None'
          : kind.waiting.map((waiting) => (
              <span key={waiting.code} className="line">
                {number(waiting.rows)}: {words(waiting.code).toLowerCase()}
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
  if (kind.late) {
    return (
      <span>
        <Pill tone="bad">Late</Pill>
        <span className="soft line">Expected every {days(kind.expectedEveryDays)}</span>
      </span>
    );
  }
  if (kind.waiting.length > 0) {
    return <Pill tone="warn">Rows wait</Pill>;
  }
  if (kind.years.every((year) => year.rows === 0)) {
    return <Pill tone="calm">No data</Pill>;
  }
  return <Pill tone="good">In order</Pill>;
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
      <Shares completeness={partial} />
      {whole.length > 0 && (
        <details className="apart-above">
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
    <ul className="activity apart-above" aria-label={`Whom to ask about the data of ${school.schoolName}`}>
      {school.contacts.map((contact) => (
        <li key={contact.integration}>
          <span>
            Ask about {contact.integration}: <strong>{contact.contactName}</strong>,{' '}
            <a href={`mailto:${contact.contactEmail}`}>{contact.contactEmail}</a>
          </span>
          <span className="soft">Sends {contact.kinds.map(kindLabel).join(', ').toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
