import { useQuery } from '@tanstack/react-query';
import { cycleResourceGet, cycleResourceList } from '../api/sdk.gen';
import type { Cycle } from '../api/types.gen';
import { answered } from '../ui/problem';

/** The cycles of an academic year that the person may see. */
export function useCyclesOf(academicYear: string, enabled: boolean) {
  return useQuery({
    queryKey: ['cycles', { academicYear }],
    queryFn: () => answered(cycleResourceList({ query: { academicYear, pageSize: 200 } })),
    enabled,
  });
}

/** The cycle of a school in an academic year: one at most. */
export function useCycleOf(urn: number, academicYear: string, enabled = true) {
  return useQuery({
    queryKey: ['cycles', { schoolUrn: urn, academicYear }],
    queryFn: () => answered(cycleResourceList({ query: { schoolUrn: urn, academicYear } })),
    enabled,
  });
}

/** One cycle; nothing until its id is known. */
export function useCycle(id: string | undefined) {
  return useQuery({
    queryKey: ['cycle', id],
    queryFn: () => answered(cycleResourceGet({ path: { id: id ?? '' } })),
    enabled: id !== undefined,
  });
}

/** What a cycle is called on the screen. */
export function ownerOf({ schoolUrn, schoolName }: Pick<Cycle, 'schoolUrn' | 'schoolName'>): string {
  return schoolUrn ? (schoolName ?? `School ${schoolUrn}`) : 'The trust';
}

/** The way down to something in a cycle. */
export function crumbsOf(cycle: Cycle | undefined, id: string): { label: string; to: string }[] {
  const last = { label: cycle ? `Cycle ${cycle.academicYear}` : 'Cycle', to: `/cycles/${id}` };
  return cycle?.schoolUrn
    ? [
        { label: 'Schools', to: '/schools' },
        { label: ownerOf(cycle), to: `/schools/${cycle.schoolUrn}` },
        last,
      ]
    : [{ label: 'Cycles', to: '/cycles' }, last];
}
