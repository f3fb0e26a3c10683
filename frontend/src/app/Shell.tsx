import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { NoMembership } from '../access/NoMembership';
import { meResourceGet } from '../api/sdk.gen';
import { Bell } from '../notification/Bell';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { MeProvider } from './me';
import { placesOf } from './places';
import { signOut } from './session';
import { show, theme } from './theme';

const Search = lazy(() => import('./Search').then(({ Search }) => ({ default: Search })));

/** What stands around every page: where one can go, what one can find, who is signed in. */
export function Shell() {
  const me = useQuery({ queryKey: ['me'], queryFn: () => answered(meResourceGet()) });
  const [shown, setShown] = useState(theme());
  const [searching, setSearching] = useState(false);
  const member = (me.data?.permissions.length ?? 0) > 0;
  useEffect(() => show(shown), [shown]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (member && event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        setSearching(!document.querySelector('dialog[open]'));
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [member]);
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
        {me.data && member && (
          <button
            className="button find"
            type="button"
            aria-keyshortcuts="Control+K Meta+K"
            onClick={() => setSearching(true)}
          >
            Search <kbd>Ctrl K</kbd>
          </button>
        )}
        {me.data && (
          <nav aria-label="Main">
            <ul>
              {placesOf(me.data)
                .filter(({ hidden }) => !hidden)
                .map((place) => (
                  <li key={place.to}>
                    <Link
                      to={place.to}
                      activeOptions={{ exact: place.to === '/', includeSearch: false }}
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
          {me.data && member && <Bell />}
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
          (member ? (
            <MeProvider me={me.data}>
              <Outlet />
              {searching && (
                <Suspense>
                  <Search onClose={() => setSearching(false)} />
                </Suspense>
              )}
            </MeProvider>
          ) : (
            <NoMembership me={me.data} />
          ))}
      </main>
    </div>
  );
}
