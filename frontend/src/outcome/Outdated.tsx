import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { outcomeResourceList, trustOutcomeResourceList } from '../api/sdk.gen';
import { answered } from '../ui/problem';

const BETWEEN = 2000;

/** One school, or a measure and group in the schools of the trust. */
type OutdatedProps = { urn: number } | { measureCode: string; pupilGroup: string };

/** Says that results have come in which the values on a page do not count yet, and reads the page anew when they do. */
export function Outdated(of: OutdatedProps) {
  const queries = useQueryClient();
  const { data: outdated } = useQuery({
    queryKey: ['outdated', of],
    queryFn: async () => {
      const answer =
        'urn' in of
          ? await answered(outcomeResourceList({ path: of, query: { pageSize: 1 } }))
          : await answered(trustOutcomeResourceList({ query: { ...of, pageSize: 1 } }));
      return answer.outdated;
    },
    refetchInterval: ({ state }) => (state.data ? BETWEEN : false),
  });
  const before = useRef(false);
  useEffect(() => {
    if (before.current && outdated === false) {
      queries.invalidateQueries();
    }
    before.current = outdated === true;
  }, [outdated, queries]);
  return (
    <div role="status">
      {outdated && (
        <p className="notice">
          New results have come in. Some values here do not count them yet; this page follows by itself in a
          moment.
        </p>
      )}
    </div>
  );
}
