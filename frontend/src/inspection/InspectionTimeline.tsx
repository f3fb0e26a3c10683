import { getRouteApi } from '@tanstack/react-router';
import { Resting } from '../cycle/Resting';
import { useResting } from '../cycle/useResting';
import { useSchool } from '../school/useSchool';
import { day } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Entry } from './Entry';
import { useInspections } from './useInspections';

const route = getRouteApi('/shell/schools/$urn/inspections');

/** Every judgement in the words of the framework that it was made under, newest first. */
export function InspectionTimeline() {
  const urn = Number(route.useParams().urn);
  const school = useSchool(urn);
  const inspections = useInspections(urn);
  const resting = useResting(urn, 'inspection');
  const all = inspections.data?.results ?? [];
  const after = all.filter((inspection) => inspection.joined === 'after');
  const others = all.filter((inspection) => inspection.joined !== 'after');
  return (
    <section className="sheet" aria-labelledby="inspections-title">
      <header>
        <h2 id="inspections-title">Inspections</h2>
      </header>
      <p className="notice">
        The grades of the framework until November 2025 and the scale of the report cards are two different
        scales. One cannot be read as the other, and there is no overall grade where none was given.
      </p>
      {inspections.isPending && <Loading what="inspections" />}
      {inspections.isError && <Failed cause={inspections.error} retry={() => inspections.refetch()} />}
      {inspections.data && all.length === 0 && (
        <Empty>No inspection is known. They come with Ofsted’s monthly file, under Imports.</Empty>
      )}
      {all.length > 0 && (
        <ol className="timeline">
          {after.map((inspection) => (
            <li key={inspection.id}>
              <Entry inspection={inspection} />
              <Resting priorities={resting} reference={inspection.id} />
            </li>
          ))}
          {school.data?.joinedOn && (
            <li className="divider">Joined the trust on {day(school.data.joinedOn)}</li>
          )}
          {others.map((inspection) => (
            <li key={inspection.id}>
              <Entry inspection={inspection} />
              <Resting priorities={resting} reference={inspection.id} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
