import type { Inspection } from '../api/types.gen';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';

/** One inspection: the framework first, then every judgement in its words. */
export function Entry({ inspection }: { inspection: Inspection }) {
  return (
    <article className="inspection">
      <h3>
        {day(inspection.startDate)} · {inspection.inspectionTypeLabel}
      </h3>
      <p className="soft small">
        <span className={inspection.framework === 'report-card' ? 'tag card' : 'tag'}>
          {inspection.frameworkLabel}
        </span>{' '}
        {[
          inspection.publicationDate && `published ${day(inspection.publicationDate)}`,
          inspection.predecessor && `at the earlier URN ${inspection.inspectedUrn ?? inspection.schoolUrn}`,
          inspection.joined === 'before' && 'before joining the trust',
          inspection.joined === 'after' && 'since joining the trust',
        ]
          .filter(Boolean)
          .join(' · ')}
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
              <dd className={/not appl|not judged/i.test(judgement.gradeLabel) ? 'soft' : undefined}>
                {judgement.gradeLabel}
              </dd>
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
    </article>
  );
}
