import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { NoMembership } from '../access/NoMembership';
import { meResourceGet } from '../api/sdk.gen';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { MeProvider, may } from './me';
import { signOut } from './session';
import { show, theme } from './theme';

const PLACES = [
  { to: '/schools', label: 'Schools', permission: 'schools:read' },
  { to: '/cycles', label: 'Cycles', permission: 'cycles:read' },
  { to: '/imports', label: 'Imports', permission: 'results:push' },
  { to: '/people', label: 'People', permission: 'people:manage' },
  { to: '/help', label: 'Help' },
];

/** What stands around every page: where one can go, who is signed in. */
export function Shell() {
  const me = useQuery({ queryKey: ['me'], queryFn: () => answered(meResourceGet()) });
  const [shown, setShown] = useState(theme());
  useEffect(() => show(shown), [shown]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="rail">
        <Link to="/" className="brand">
          <img src="/uplift.svg" alt="" width={28} height={28} />
          Uplift
        </Link>
        {me.data && (
          <nav aria-label="Main">
            <ul>
              {PLACES.filter((place) => !place.permission || may(me.data, place.permission)).map((place) => (
                <li key={place.to}>
                  <Link
                    to={place.to}
                    activeOptions={{ exact: false }}
                    activeProps={{ 'aria-current': 'page' }}
                  >
                    {place.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="account">
          {me.data && (
            <p>
              <span className="soft">Signed in as</span>
              <strong>{me.data.name}</strong>
            </p>
          )}
          <label>
            <span className="visually-hidden">Theme</span>
            <select value={shown} onChange={(event) => setShown(event.target.value as typeof shown)}>
              <option value="auto">As the device</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </select>
          </label>
          <button className="button" type="button" onClick={() => signOut()}>
            Sign out
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {me.isPending && <Loading what="your account" />}
        {me.isError && <Failed cause={me.error} retry={() => me.refetch()} />}
        {me.data &&
          (me.data.permissions.length === 0 ? (
            <NoMembership me={me.data} />
          ) : (
            <MeProvider me={me.data}>
              <Outlet />
            </MeProvider>
          ))}
      </main>
    </div>
  );
}
