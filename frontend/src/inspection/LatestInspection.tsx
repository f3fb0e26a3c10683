import { Link } from '@tanstack/react-router';
import { Empty, Failed, Loading } from '../ui/Page';
import { Entry } from './Entry';
import { useInspections } from './useInspections';

/** The newest inspection of a school, as it was judged. */
export function LatestInspection({ urn }: { urn: number }) {
  const inspections = useInspections(urn);
  const [latest] = inspections.data?.results ?? [];
  return (
    <section className="sheet" aria-labelledby="latest-inspection">
      <header>
        <h2 id="latest-inspection">Latest inspection</h2>
        <Link to="/schools/$urn/inspections" params={{ urn: String(urn) }} className="small">
          All inspections
        </Link>
      </header>
      {inspections.isPending && <Loading what="inspections" />}
      {inspections.isError && <Failed cause={inspections.error} retry={() => inspections.refetch()} />}
      {inspections.data && !latest && <Empty>No inspection is known yet.</Empty>}
      {latest && <Entry inspection={latest} />}
    </section>
  );
}
