import { createContext, type ReactNode, useContext } from 'react';
import type { Me } from '../api/types.gen';

const Context = createContext<Me | null>(null);

/** Makes known who is signed in. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <Context value={me}>{children}</Context>;
}

/** Who is signed in. */
export function useMe(): Me {
  const me = useContext(Context);
  if (!me) {
    throw new Error('Nobody is signed in here');
  }
  return me;
}

/** Whether a permission counts somewhere, or in one school. */
export function may(me: Me, permission: string, school?: number): boolean {
  return me.permissions.some(
    (grant) =>
      grant.permission === permission &&
      (school === undefined || grant.trust || grant.schools.includes(school)),
  );
}

/** Whether a permission counts for what belongs to a school, or to the trust where there is none. */
export function mayIn(me: Me, permission: string, school: number | undefined): boolean {
  return school === undefined
    ? me.permissions.some((grant) => grant.permission === permission && grant.trust)
    : may(me, permission, school);
}

/** Whether a permission counts in the whole trust, or in more than one school. */
export function maySeveral(me: Me, permission: string): boolean {
  const grants = me.permissions.filter((grant) => grant.permission === permission);
  return grants.some((grant) => grant.trust) || new Set(grants.flatMap((grant) => grant.schools)).size > 1;
}
