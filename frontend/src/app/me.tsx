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
