import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { personResourceList } from '../api/sdk.gen';
import type { Person } from '../api/types.gen';
import { Field } from '../ui/Field';
import { moment } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
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
  const [text, setText] = useState(wanted.search ?? '');
  const [open, setOpen] = useState<Person | null>(null);
  useEffect(() => {
    const wait = setTimeout(() => {
      if (text !== (wanted.search ?? '')) {
        navigate({ search: { search: text || undefined }, replace: true });
      }
    }, 250);
    return () => clearTimeout(wait);
  });
  const people = useQuery({
    queryKey: ['people', wanted],
    queryFn: () => answered(personResourceList({ query: { ...wanted, pageSize: 25 } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="People"
      lead="A person appears here at the first sign-in. Roles come from Keycloak; where and when they count is said here."
    >
      <search className="filters">
        <Field label="Search" hint="Part of a name or user name">
          <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
      </search>
      {people.isPending && <Loading what="people" />}
      {people.isError && <Failed cause={people.error} retry={() => people.refetch()} />}
      {people.data && (
        <section className="sheet" aria-label="People">
          {people.data.results.length === 0 ? (
            <Empty>Nobody fits. Ask the person to sign in once; then they are here.</Empty>
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
                        <button className="button quiet" type="button" onClick={() => setOpen(person)}>
                          {person.name}
                        </button>
                      </th>
                      <td data-label="User name">{person.username}</td>
                      <td data-label="First seen">{moment(person.firstSeen)}</td>
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
