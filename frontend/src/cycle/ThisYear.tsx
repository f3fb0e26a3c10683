import { Link } from '@tanstack/react-router';
import { TargetsToday } from '../target/TargetsToday';
import { academicYearOf, words } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { useCycleOf } from './useCycles';

/** The cycle of a school in this academic year: its stage, and how its targets stand. */
export function ThisYear({ urn }: { urn: number }) {
  const year = academicYearOf(new Date());
  const cycles = useCycleOf(urn, year);
  const [cycle] = cycles.data?.results ?? [];
  if (cycle) {
    return (
      <TargetsToday
        cycles={[cycle]}
        title={`Priorities and targets, ${year}`}
        way={
          <>
            <span className="soft">{words(cycle.stage)}</span>
            <Link to="/cycles/$id" params={{ id: cycle.id }}>
              The cycle
            </Link>
          </>
        }
      />
    );
  }
  return (
    <section className="sheet" aria-labelledby="this-year">
      <header>
        <h2 id="this-year">Priorities and targets, {year}</h2>
      </header>
      {cycles.isPending && <Loading what="the cycle" />}
      {cycles.isError && <Failed cause={cycles.error} retry={() => cycles.refetch()} />}
      {cycles.data && (
        <Empty>
          No cycle for {year} yet. Begin one under{' '}
          <Link to="/schools/$urn/cycles" params={{ urn: String(urn) }}>
            Cycles
          </Link>
          .
        </Empty>
      )}
    </section>
  );
}
