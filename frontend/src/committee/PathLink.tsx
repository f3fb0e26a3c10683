import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Me } from '../api/types.gen';
import { parseSearch } from '../app/address';
import { may, useMe } from '../app/me';

/** What one reads where a path begins so; the rest is for everybody who is told of it. */
const READ: [RegExp, string][] = [
  [/^\/(cycles|targets|milestones)\//, 'cycles:read'],
  [/^\/schools\/\d+\/inspections/, 'inspections:read'],
  [/^\/schools\/\d+\/outcomes/, 'outcomes:read'],
  [/^\/(schools|need-assessments)\//, 'need:read'],
];

/** Whether somebody can open what is told to a committee: the clerk keeps titles of plans and schools, and reads none. */
export function opens(me: Me, path: string): boolean {
  const [, permission] = READ.find(([begin]) => begin.test(path)) ?? [];
  return !permission || may(me, permission);
}

/** Leads to a path of the app with all that it says; for those who cannot open it, only the words. */
export function PathLink({ path, children }: { path: string | undefined; children: ReactNode }) {
  const me = useMe();
  if (!path || !opens(me, path)) {
    return children;
  }
  const { pathname, search, hash } = new URL(path, location.origin);
  return (
    <Link to={pathname} search={parseSearch(search)} hash={hash.slice(1)}>
      {children}
    </Link>
  );
}
