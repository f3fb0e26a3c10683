import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { Problem } from './problem';

interface Crumb {
  label: string;
  to: string;
}

interface Props {
  title: string;
  /** The part of the page that is shown, for the title of the window. */
  part?: string | undefined;
  /** What the window is called, and with it its line in the history of the browser, where that is not the title. */
  called?: string | undefined;
  lead?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its title is the title of the window too, and takes the focus when somebody comes to its address. */
export function Page({ title, part, called, lead, crumbs = [], actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    document.title = [part, called ?? title, 'Uplift'].filter(Boolean).join(' · ');
  }, [part, called, title]);
  useEffect(() => {
    if (place) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [place]);
  return (
    <>
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label="Where you are">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}

/** Something is on its way. */
export function Loading({ what }: { what: string }) {
  return (
    <div className="sheet loading" role="status">
      <span />
      <span />
      <span />
      <p className="visually-hidden">Loading {what} …</p>
    </div>
  );
}

/** There is nothing, and what to do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>;
}

/** It did not work: what happened, and what can be done. */
export function Failed({ cause, retry }: { cause: unknown; retry?: () => void }) {
  const problem = cause instanceof Problem ? cause : new Problem(-1, 'Something went wrong', '');
  const known: Record<number, string> = {
    0: 'No connection',
    401: 'Your session has ended',
    403: 'You may not see this',
    404: 'There is nothing here that you may see',
  };
  return (
    <div className="notice bad" role="alert">
      <h2>{known[problem.status] ?? problem.title}</h2>
      <p>{problem.detail || 'Try again, or tell whoever runs Uplift in your trust.'}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.path + error.code}>{error.message}</li>
          ))}
        </ul>
      )}
      {problem.status === 401 && (
        <p className="actions">
          <button className="button" type="button" onClick={() => location.reload()}>
            Sign in again
          </button>
        </p>
      )}
      {retry && problem.status !== 401 && problem.status !== 403 && problem.status !== 404 && (
        <p className="actions">
          <button className="button" type="button" onClick={retry}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}
