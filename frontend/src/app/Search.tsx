import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { schoolResourceList } from '../api/sdk.gen';
import { ownerOf, useCyclesOf } from '../cycle/useCycles';
import { Finder, type Found } from '../ui/Finder';
import { academicYearOf } from '../ui/format';
import { answered } from '../ui/problem';
import { may, useMe } from './me';
import { placesOf } from './places';

const MOST = 8;

/** Finds pages, schools and this year's cycles, among what the person may see. */
export function Search({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const year = academicYearOf(new Date());
  const schools = useQuery({
    queryKey: ['schools', { search: wanted || undefined, pageSize: MOST }],
    queryFn: () => answered(schoolResourceList({ query: { search: wanted || undefined, pageSize: MOST } })),
    enabled: may(me, 'schools:read'),
    placeholderData: keepPreviousData,
  });
  const cycles = useCyclesOf(year, may(me, 'cycles:read'));
  const fits = (label: string) => label.toLowerCase().includes(wanted.toLowerCase());
  const pages: Found[] = placesOf(me)
    .filter((place) => fits(place.label))
    .map(({ to, label }) => ({ key: to, label, open: () => navigate({ to }) }));
  const found: Found[] = (schools.data?.results ?? []).map(({ urn, name, town }) => ({
    key: String(urn),
    label: name,
    note: [town, `URN ${urn}`].filter(Boolean).join(' · '),
    open: () => navigate({ to: '/schools/$urn', params: { urn: String(urn) } }),
  }));
  const plans: Found[] = (cycles.data?.results ?? [])
    .map(({ id, schoolUrn, schoolName, academicYear }) => ({
      key: id,
      label: `${ownerOf({ schoolUrn, schoolName })}, ${academicYear}`,
      note: 'Improvement cycle',
      open: () => navigate({ to: '/cycles/$id', params: { id } }),
    }))
    .filter((cycle) => fits(cycle.label))
    .slice(0, MOST);
  const failed = schools.isError || cycles.isError;
  const nothing = pages.length + found.length + plans.length === 0;
  return (
    <Finder
      title="Search schools, cycles and pages"
      text={text}
      onText={setText}
      groups={[
        { label: 'Schools', found },
        { label: 'Cycles', found: plans },
        { label: 'Pages', found: pages },
      ]}
      state={
        failed
          ? 'Schools and cycles cannot be searched at the moment. Check the connection.'
          : schools.isLoading || cycles.isLoading
            ? 'Searching …'
            : nothing
              ? 'Nothing fits that you may see. Try fewer letters, a town or a URN.'
              : undefined
      }
      onClose={onClose}
    />
  );
}
