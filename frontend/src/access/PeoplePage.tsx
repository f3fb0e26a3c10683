import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { personResourceList } from '../api/sdk.gen';
import type { Person } from '../api/types.gen';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { SearchField } from '../ui/SearchField';
import { When } from '../ui/When';
import { PersonDialog } from './PersonDialog';

const route = getRouteApi('/shell/people');

/** What the address of the page can say. */
export interface PeopleSearch {
  search?: string;
  page?: number;
}

/** Everybody who has signed in, and where their roles count. */
export function PeoplePage() {
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<Person | null>(null);
  const people = useQuery({
    queryKey: ['people', wanted],
    queryFn: () => answered(personResourceList({ query: { ...wanted, pageSize: 25 } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="People"
      lead="Everybody who has signed in once. Roles are given with the account; here you say where and until when they count."
    >
      <search className="filters">
        <SearchField
          label="Search"
          hint="Part of a name or user name"
          value={wanted.search ?? ''}
          onSearch={(search) => navigate({ search: { search: search || undefined }, replace: true })}
        />
      </search>
      {people.isPending && <Loading what="people" />}
      {people.isError && <Failed cause={people.error} retry={() => people.refetch()} />}
      {people.data && (
        <section className="sheet" aria-label="People">
          {people.data.results.length === 0 ? (
            <Empty>Nobody found. Ask the person to sign in once; after that they are listed here.</Empty>
          ) : (
            <div className="table folds">
              <table>
                <caption className="visually-hidden">People</caption>
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col">User name</th>
                    <th scope="col">First seen</th>
                    <th scope="col">Memberships</th>
                  </tr>
                </thead>
                <tbody>
                  {people.data.results.map((person) => (
                    <tr key={person.id}>
                      <th scope="row">
                        <button className="link" type="button" onClick={() => setOpen(person)}>
                          {person.name}
                        </button>
                      </th>
                      <td data-label="User name">{person.username}</td>
                      <td data-label="First seen">
                        <When at={person.firstSeen} />
                      </td>
                      <td data-label="Memberships">
                        {person.memberships === 0 ? <Pill tone="warn">None yet</Pill> : person.memberships}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <Paging
            paging={people.data.paging}
            what="people"
            onPage={(page) => navigate({ search: { ...wanted, page } })}
          />
        </section>
      )}
      {open && <PersonDialog person={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
