import { Link } from '@tanstack/react-router';

const PARTS = [
  { to: '/schools/$urn/outcomes', label: 'Measures' },
  { to: '/schools/$urn/outcomes/teacher-assessment', label: 'Teacher assessment' },
  { to: '/schools/$urn/outcomes/similar', label: 'Similar schools' },
] as const;

/** The parts of the outcomes of a school. */
export function OutcomeParts({ urn }: { urn: number }) {
  return (
    <nav className="parts" aria-label="Parts of the outcomes">
      <ul>
        {PARTS.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ urn: String(urn) }}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
