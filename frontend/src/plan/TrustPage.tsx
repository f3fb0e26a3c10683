import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cycleResourceCreate, cycleResourceList, trustPlanResourceCoverage } from '../api/sdk.gen';
import type { CycleSummary } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { FormProblem } from '../ui/Field';
import { academicYearOf, words } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { CoveredPriorities } from './CoveredPriorities';
import { Moved } from './Moved';
import { Participation } from './Participation';
import { Suggestions } from './Suggestions';

/** The trust's cycle of the year: its priorities, the schools that carry each, the gaps, and what it could be about. */
export function TrustPage() {
  const year = academicYearOf(new Date());
  const cycles = useQuery({
    queryKey: ['cycles', { trust: true, academicYear: year }],
    queryFn: () => answered(cycleResourceList({ query: { trust: true, academicYear: year } })),
  });
  const [cycle] = cycles.data?.results ?? [];
  return (
    <Page
      title={`The trust, ${year}`}
      lead="What the trust wants to improve, and which schools carry it"
      actions={
        cycle && (
          <Link className="button" to="/cycles/$id" params={{ id: cycle.id }}>
            The plan: {words(cycle.stage).toLowerCase()}
          </Link>
        )
      }
    >
      <div className="stack">
        {cycles.isPending && <Loading what="the trust’s cycle" />}
        {cycles.isError && <Failed cause={cycles.error} retry={() => cycles.refetch()} />}
        {cycles.data && !cycle && <Begin year={year} />}
        {cycle && <OfCycle cycle={cycle} />}
      </div>
    </Page>
  );
}

function OfCycle({ cycle }: { cycle: CycleSummary }) {
  const me = useMe();
  const coverage = useQuery({
    queryKey: ['coverage', cycle.id],
    queryFn: () => answered(trustPlanResourceCoverage({ path: { id: cycle.id } })),
  });
  return (
    <>
      {coverage.isPending && <Loading what="coverage" />}
      {coverage.isError && <Failed cause={coverage.error} retry={() => coverage.refetch()} />}
      {coverage.data && <CoveredPriorities coverage={coverage.data} cycleId={cycle.id} />}
      {coverage.data && <Moved cycleId={cycle.id} schools={coverage.data.schools} />}
      {mayIn(me, 'cycles:change', undefined) && cycle.stage !== 'closed' && (
        <Suggestions cycleId={cycle.id} />
      )}
      {coverage.data && <Participation schools={coverage.data.schools} year={cycle.academicYear} />}
    </>
  );
}

/** There is no cycle of the trust yet; who may begins it. */
function Begin({ year }: { year: string }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const begin = () =>
    change.run(async (key) => {
      await answered(
        cycleResourceCreate({ headers: { 'Idempotency-Key': key }, body: { academicYear: year } }),
      );
      await queries.invalidateQueries();
    });
  const may = mayIn(me, 'cycles:change', undefined);
  return (
    <section className="sheet stack" aria-label="The trust’s cycle">
      <FormProblem problem={change.problem} />
      <Empty>
        The trust has no cycle for {year} yet.{' '}
        {may ? 'Begin it here.' : 'A trust leader begins it; only those who work for the whole trust see it.'}
      </Empty>
      {may && (
        <div className="actions">
          <button className="button primary" type="button" aria-disabled={change.busy} onClick={begin}>
            Begin the trust’s cycle
          </button>
        </div>
      )}
    </section>
  );
}
