import { useQuery } from '@tanstack/react-query';
import { goodPracticeResourceGet } from '../api/sdk.gen';
import { mayIn, useMe } from '../app/me';
import { useSchools } from '../school/useSchool';
import { answered } from '../ui/problem';

/** One entry, by its id. */
export function usePractice(id: string) {
  return useQuery({
    queryKey: ['good-practice', id],
    queryFn: () => answered(goodPracticeResourceGet({ path: { id } })),
  });
}

/** For which schools somebody can write: URN and name; the trust, where they lead it, has no URN. */
export function useOwnSchools(permission: string): [string, string][] {
  const me = useMe();
  const schools = useSchools();
  const own = (schools.data?.results ?? []).filter(({ urn }) => mayIn(me, permission, urn));
  const listed = own.map(({ urn, name }): [string, string] => [String(urn), name]);
  return mayIn(me, permission, undefined) ? [['', 'The trust'], ...listed] : listed;
}
