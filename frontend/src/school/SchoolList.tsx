import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { schoolResourceList } from '../api/sdk.gen';
import type { SchoolStatus } from '../api/types.gen';
import { Field } from '../ui/Field';
import { number } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { SearchField } from '../ui/SearchField';

const route = getRouteApi('/shell/schools');
const STATUS: Record<SchoolStatus, string> = {
  'in-trust': 'In the trust',
  left: 'Has left',
  register: 'Register only',
};

/** What the address of the list can say. */
export interface SchoolSearch {
  search?: string;
  status?: SchoolStatus;
  sort?: 'name' | 'urn' | 'number-on-roll';
  page?: number;
}

/** The schools of the register that somebody may see. */
export function SchoolList() {
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<SchoolSearch>, replace = false) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace });
  const schools = useQuery({
    queryKey: ['schools', wanted],
    queryFn: () => answered(schoolResourceList({ query: { ...wanted, pageSize: 25 } })),
    placeholderData: keepPreviousData,
  });
  const filtered = Boolean(wanted.search || wanted.status);
  return (
    <Page title="Schools">
      <search className="filters">
        <SearchField
          label="Search"
          hint="Name, town or URN"
          value={wanted.search ?? ''}
          onSearch={(search) => change({ search: search || undefined }, true)}
        />
        <Field label="Show">
          <select
            value={wanted.status ?? ''}
            onChange={(event) =>
              change({ status: (event.target.value || undefined) as SchoolStatus | undefined })
            }
          >
            <option value="">All schools</option>
            {Object.entries(STATUS).map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Sort by">
          <select
            value={wanted.sort ?? 'name'}
            onChange={(event) =>
              change({
                sort:
                  event.target.value === 'name' ? undefined : (event.target.value as SchoolSearch['sort']),
              })
            }
          >
            <option value="name">Name</option>
            <option value="urn">URN</option>
            <option value="number-on-roll">Number on roll</option>
          </select>
        </Field>
      </search>
      {schools.isPending && <Loading what="schools" />}
      {schools.isError && <Failed cause={schools.error} retry={() => schools.refetch()} />}
      {schools.data && (
        <section className="sheet" aria-label="Schools">
          {schools.data.results.length === 0 ? (
            <Empty>
              {filtered
                ? 'No school fits. Try fewer letters, or show all schools.'
                : 'No school is in the register yet. A data manager imports it under Imports.'}
            </Empty>
          ) : (
            <div className="table folds">
              <table>
                <caption className="visually-hidden">Schools</caption>
                <thead>
                  <tr>
                    <th scope="col">School</th>
                    <th scope="col">URN</th>
                    <th scope="col">Phase</th>
                    <th scope="col">Town</th>
                    <th scope="col" className="figure">
                      On roll
                    </th>
                    <th scope="col">Trust</th>
                  </tr>
                </thead>
                <tbody>
                  {schools.data.results.map((school) => (
                    <tr key={school.urn}>
                      <th scope="row">
                        <Link to="/schools/$urn" params={{ urn: String(school.urn) }}>
                          {school.name}
                        </Link>
                      </th>
                      <td data-label="URN">{school.urn}</td>
                      <td data-label="Phase">{school.phase}</td>
                      <td data-label="Town">{school.town ?? '–'}</td>
                      <td data-label="On roll" className="figure">
                        {number(school.numberOnRoll)}
                      </td>
                      <td data-label="Trust">
                        <Pill tone={school.status === 'in-trust' ? 'good' : 'calm'}>
                          {STATUS[school.status]}
                        </Pill>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <Paging paging={schools.data.paging} what="schools" onPage={(page) => change({ page })} />
        </section>
      )}
    </Page>
  );
}
