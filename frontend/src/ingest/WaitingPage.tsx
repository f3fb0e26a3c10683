import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ingestJobResourceQuarantine, schoolResourceList } from '../api/sdk.gen';
import { Field } from '../ui/Field';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { ImportTabs } from './ImportTabs';
import { KINDS, kindLabel } from './kinds';

const route = getRouteApi('/shell/imports/waiting');

const REASONS: Record<string, { label: string; release: string }> = {
  'unknown-pupil': {
    label: 'The pupil is not known',
    release: 'It is taken in when the school sends the pupil of that year.',
  },
  'school-not-registered': {
    label: 'The school is not in the register',
    release: 'It is taken in when a register with the school is imported.',
  },
};

/** What the address of the list can say. */
export interface WaitingSearch {
  kind?: string;
  code?: string;
  school?: string;
  page?: number;
}

/** Rows that wait until their school or pupil is known. */
export function WaitingPage() {
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: WaitingSearch) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...next }) });
  const { kind, code, school, page } = wanted;
  const schoolUrn = school && /^\d{6}$/.test(school) ? Number(school) : undefined;
  const rows = useQuery({
    queryKey: ['quarantine', kind, code, schoolUrn, page],
    queryFn: () =>
      answered(ingestJobResourceQuarantine({ query: { kind, code, schoolUrn, page, pageSize: 20 } })),
    placeholderData: keepPreviousData,
  });
  const schools = useQuery({
    queryKey: ['schools', { status: 'in-trust', pageSize: 200 }],
    queryFn: () => answered(schoolResourceList({ query: { status: 'in-trust', pageSize: 200 } })),
    staleTime: 600_000,
  });
  const filtered = Boolean(kind || code || schoolUrn);
  return (
    <Page
      title="Waiting rows"
      lead="Rows that came before their school or their pupil. Nothing has to be sent again: they are taken in by themselves."
      crumbs={[{ label: 'Imports', to: '/imports' }]}
    >
      <ImportTabs />
      <search className="filters">
        <Field label="School">
          <select
            value={schoolUrn ?? ''}
            onChange={(event) => change({ school: event.target.value || undefined })}
          >
            <option value="">Any school</option>
            {schools.data?.results.map(({ urn, name }) => (
              <option key={urn} value={urn}>
                {name}
              </option>
            ))}
            {schoolUrn && !schools.data?.results.some(({ urn }) => urn === schoolUrn) && (
              <option value={schoolUrn}>URN {schoolUrn}</option>
            )}
          </select>
        </Field>
        <Field label="What">
          <select value={kind ?? ''} onChange={(event) => change({ kind: event.target.value || undefined })}>
            <option value="">Everything</option>
            {KINDS.map((one) => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Why it waits">
          <select value={code ?? ''} onChange={(event) => change({ code: event.target.value || undefined })}>
            <option value="">Any reason</option>
            {Object.entries(REASONS).map(([reason, { label }]) => (
              <option key={reason} value={reason}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      </search>
      {rows.isPending && <Loading what="waiting rows" />}
      {rows.isError && <Failed cause={rows.error} retry={() => rows.refetch()} />}
      {rows.data && (
        <section className="sheet" aria-label="Rows that wait">
          {rows.data.results.length === 0 ? (
            <Empty>
              {filtered ? 'No such row waits. Show everything to see the others.' : 'No row waits.'}
            </Empty>
          ) : (
            <div className="table folds">
              <table>
                <caption className="visually-hidden">Rows that wait, newest first</caption>
                <thead>
                  <tr>
                    <th scope="col">What</th>
                    <th scope="col">School</th>
                    <th scope="col">Why it waits</th>
                    <th scope="col">What releases it</th>
                    <th scope="col">Since</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.data.results.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">
                        <Link to="/imports/$id" params={{ id: row.jobId }}>
                          {kindLabel(row.kind)}
                        </Link>
                        <span className="soft small line">Row {row.row + 2}</span>
                      </th>
                      <td data-label="School">
                        {row.schoolName ? (
                          <Link to="/schools/$urn" params={{ urn: String(row.schoolUrn) }}>
                            {row.schoolName}
                          </Link>
                        ) : (
                          <span>
                            Not in the register <span className="soft line">URN {row.schoolUrn}</span>
                          </span>
                        )}
                      </td>
                      <td data-label="Why it waits">{row.message}</td>
                      <td data-label="What releases it">{REASONS[row.code]?.release ?? '–'}</td>
                      <td data-label="Since">
                        <When at={row.receivedAt} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <Paging paging={rows.data.paging} what="rows" onPage={(next) => change({ page: next })} />
        </section>
      )}
    </Page>
  );
}
