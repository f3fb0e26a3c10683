import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  needMethodResourceIndicators,
  needMethodResourceLevels,
  needResourceList,
  schoolNeedResourceGet,
} from '../api/sdk.gen';
import type { NeedRow, TermOfYear } from '../api/types.gen';
import { everyPage } from '../ui/everyPage';
import { answered } from '../ui/problem';

const SELDOM_CHANGED = 600_000;

/** What is looked at, and how it counts. */
export function useIndicators() {
  return useQuery({
    queryKey: ['need indicators'],
    queryFn: () => answered(needMethodResourceIndicators()),
    staleTime: SELDOM_CHANGED,
  });
}

/** The levels of need. */
export function useLevels() {
  return useQuery({
    queryKey: ['need levels'],
    queryFn: () => answered(needMethodResourceLevels()),
    staleTime: SELDOM_CHANGED,
  });
}

/** The need of a school in a term, the newest where none is named, and over the terms. */
export function useSchoolNeed(urn: number, term?: TermOfYear) {
  return useQuery({
    queryKey: ['need', urn, term],
    queryFn: () => answered(schoolNeedResourceGet({ path: { urn }, ...(term ? { query: term } : {}) })),
    placeholderData: keepPreviousData,
  });
}

interface Wanted {
  /** The newest where none is named. */
  term?: TermOfYear | undefined;
  everyTerm?: boolean;
  indicatorCode?: string | undefined;
}

/** The need of every school that one may see, with the terms that there are. */
export function useHeatMap({ term, everyTerm, indicatorCode }: Wanted) {
  return useQuery({
    queryKey: ['need', 'all', term, everyTerm, indicatorCode],
    queryFn: async () => {
      let terms: TermOfYear[] = [];
      const rows: NeedRow[] = await everyPage(async (page) => {
        const answer = await answered(
          needResourceList({
            query: {
              ...term,
              ...(everyTerm ? { everyTerm } : {}),
              ...(indicatorCode ? { indicatorCode } : {}),
              page,
              pageSize: 200,
            },
          }),
        );
        terms = answer.terms;
        return answer;
      });
      return { rows, terms };
    },
  });
}
