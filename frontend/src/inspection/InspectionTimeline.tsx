import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { schoolInspectionResourceList } from '../api/sdk.gen';
import type { Inspection } from '../api/types.gen';
import { useSchool } from '../school/useSchool';
import { day } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';

const route = getRouteApi('/shell/schools/$urn/inspections');

/** Every judgement in the words of the framework that it was made under, newest first. */
export function InspectionTimeline() {
  const urn = Number(route.useParams().urn);
  const school = useSchool(urn);
  const inspections = useQuery({
    queryKey: ['inspections', urn],
    queryFn: () => answered(schoolInspectionResourceList({ path: { urn }, query: { pageSize: 200 } })),
  });
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
            <Entry key={inspection.id} inspection={inspection} />
          ))}
          {school.data?.joinedOn && (
            <li className="divider">Joined the trust on {day(school.data.joinedOn)}</li>
          )}
          {others.map((inspection) => (
            <Entry key={inspection.id} inspection={inspection} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ inspection }: { inspection: Inspection }) {
  return (
    <li>
      <h3>
        {day(inspection.startDate)} · {inspection.inspectionTypeLabel}
      </h3>
      <p className="soft small">
        {inspection.frameworkLabel}
        {inspection.publicationDate && ` · published ${day(inspection.publicationDate)}`}
        {inspection.predecessor && ` · at the earlier URN ${inspection.inspectedUrn ?? inspection.schoolUrn}`}
        {inspection.joined === 'before' && ' · before joining the trust'}
        {inspection.joined === 'after' && ' · since joining the trust'}
      </p>
      <p className="actions">
        {inspection.overallEffectivenessLabel && (
          <Pill tone="calm">Overall effectiveness: {inspection.overallEffectivenessLabel}</Pill>
        )}
        {inspection.ungradedOutcome && <Pill tone="calm">{inspection.ungradedOutcome}</Pill>}
        {inspection.safeguardingLabel && (
          <Pill tone={/^(no|not met)/i.test(inspection.safeguardingLabel) ? 'bad' : 'calm'}>
            Safeguarding: {inspection.safeguardingLabel}
          </Pill>
        )}
        {inspection.categoryOfConcernLabel && <Pill tone="bad">{inspection.categoryOfConcernLabel}</Pill>}
      </p>
      {inspection.judgements.length > 0 && (
        <dl className="scale">
          {inspection.judgements.map((judgement) => (
            <div key={judgement.area}>
              <dt>{judgement.areaLabel}</dt>
              <dd>{judgement.gradeLabel}</dd>
            </div>
          ))}
        </dl>
      )}
      {inspection.webLink && (
        <p className="small">
          <a href={inspection.webLink} rel="noreferrer">
            Report of {day(inspection.startDate)}
          </a>
        </p>
      )}
    </li>
  );
}
