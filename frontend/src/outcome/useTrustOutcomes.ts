import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { trustOutcomeResourceList } from '../api/sdk.gen';
import type { Outcome, TrustOutcome } from '../api/types.gen';
import { everyPage } from '../ui/everyPage';
import { answered } from '../ui/problem';
import { cohortsOf } from './cohorts';
import { gapsOf, PAIRS } from './gaps';
import { TERMS, type Term } from './search';
import type { TrustSearch } from './TrustOutcomes';

interface Wanted {
  measureCode: string;
  pupilGroup: string;
  cohort?: string | undefined;
  assessmentPoint?: Term | undefined;
  academicYear?: string[];
}

async function everySchool({ cohort, assessmentPoint, ...wanted }: Wanted) {
  let trust: TrustOutcome[] = [];
  const results = await everyPage(async (page) => {
    const answer = await answered(
      trustOutcomeResourceList({
        query: {
          ...wanted,
          ...(cohort ? { cohort } : {}),
          ...(assessmentPoint ? { assessmentPoint } : {}),
          page,
          pageSize: 200,
        },
      }),
    );
    trust = answer.trust;
    return answer;
  });
  return { trust, results };
}

/** A measure in all schools that one may see: first which year groups and terms there are, then the one that is shown. */
export function useTrustOutcomes(
  measureCode: string,
  pupilGroup: string,
  { cohort: asked, term }: TrustSearch,
) {
  const newest = useQuery({
    queryKey: ['trust outcomes', measureCode, pupilGroup, 'newest'],
    queryFn: () => answered(trustOutcomeResourceList({ query: { measureCode, pupilGroup, pageSize: 200 } })),
    placeholderData: keepPreviousData,
  });
  const { cohorts, cohort } = cohortsOf(newest.data?.results ?? [], asked);
  const values = useQuery({
    queryKey: ['trust outcomes', measureCode, pupilGroup, cohort, term],
    queryFn: () => everySchool({ measureCode, pupilGroup, cohort, assessmentPoint: term }),
    enabled: newest.isSuccess && !newest.isPlaceholderData,
    placeholderData: keepPreviousData,
  });
  const terms = TERMS.filter((one) => newest.data?.results.some((row) => row.assessmentPoint === one));
  return { newest, values, cohorts, cohort, terms };
}

/** How far disadvantaged pupils are from others in a year, by school. */
export function useGaps(wanted: Omit<Wanted, 'pupilGroup' | 'academicYear'>, year: string | undefined) {
  const groups = useQueries({
    queries: PAIRS.disadvantage.map((pupilGroup) => ({
      queryKey: ['trust outcomes', wanted, pupilGroup, year],
      queryFn: () => everySchool({ ...wanted, pupilGroup, academicYear: year ? [year] : [] }),
      enabled: year !== undefined,
    })),
  });
  const of = (rows: Outcome[] | undefined, urn: number) =>
    (rows ?? []).filter((row) => row.schoolUrn === urn);
  const [one, other] = groups.map((query) => query.data?.results);
  const gaps = new Map<number, number>();
  for (const urn of new Set(one?.map((row) => row.schoolUrn))) {
    const gap = gapsOf(of(one, urn), of(other, urn)).findLast(({ value }) => value !== undefined);
    if (gap?.value !== undefined) {
      gaps.set(urn, gap.value);
    }
  }
  return gaps;
}
