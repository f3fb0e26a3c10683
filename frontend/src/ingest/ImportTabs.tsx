import { Link } from '@tanstack/react-router';
import { may, useMe } from '../app/me';

/** The two parts of the imports: files and pushes, and the rows that wait. */
export function ImportTabs() {
  const me = useMe();
  if (!may(me, 'quarantine:read')) {
    return null;
  }
  return (
    <nav className="tabs" aria-label="Parts of the imports">
      <ul>
        <li>
          <Link
            to="/imports"
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            Files
          </Link>
        </li>
        <li>
          <Link
            to="/imports/waiting"
            activeOptions={{ includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            Waiting rows
          </Link>
        </li>
      </ul>
    </nav>
  );
}
