import { useQuery } from '@tanstack/react-query';
import { schoolConcernCountsResourceGet } from '../api/sdk.gen';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';

/** How many concerns of a school are open, for those who assure it and read none of them. */
export function ConcernNumbers({ urn }: { urn: number }) {
  const counts = useQuery({
    queryKey: ['concern-counts', urn],
    queryFn: () => answered(schoolConcernCountsResourceGet({ path: { urn } })),
  });
  const found = counts.data;
  return (
    <section className="sheet stack" aria-labelledby="concern-numbers-title">
      <header>
        <h2 id="concern-numbers-title">Concerns</h2>
      </header>
      {counts.isPending && <Loading what="the number of concerns" />}
      {counts.isError && <Failed cause={counts.error} retry={() => counts.refetch()} />}
      {found && (
        <>
          <dl className="counts">
            <div>
              <dt>Open</dt>
              <dd>{found.open ?? '1 to 5'}</dd>
            </div>
            <div>
              <dt>Parent complaints</dt>
              <dd>{found.complaints ?? 'Suppressed'}</dd>
            </div>
          </dl>
          <p className="soft small">
            One to five are not told apart, and what would give them away is left out. Restricted concerns are
            counted for nobody.
          </p>
        </>
      )}
    </section>
  );
}
