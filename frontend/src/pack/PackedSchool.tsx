import type { PackException, PackInspection, PackNeed, PackSchool } from '../api/types.gen';
import { DIRECTIONS } from '../need/bands';
import { day, number } from '../ui/format';
import { Empty } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { PackedOutcomes } from './PackedOutcomes';
import { PackedPlan } from './PackedPlan';

/** A school as the pack tells it: how it stands, its plan, and its outcomes. */
export function PackedSchool({ school, exceptions }: { school: PackSchool; exceptions: PackException[] }) {
  const { urn, name, phase, numberOnRoll, need, inspection, concerns, process } = school;
  const title = `school-${urn}`;
  return (
    <section className="sheet stack" aria-labelledby={title}>
      <header>
        <h2 id={title} tabIndex={-1}>
          {name}
        </h2>
        <p className="soft small">
          {[phase, `URN ${urn}`, numberOnRoll != null && `${number(numberOnRoll)} on roll`]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <dl className="facts">
        <dt>Need</dt>
        <dd>{need ? <Need need={need} /> : 'Not assessed yet'}</dd>
        <dt>Inspection</dt>
        <dd>{inspection ? <Inspection inspection={inspection} /> : 'None is known'}</dd>
        <dt>Open concerns</dt>
        <dd>
          <Count of={concerns.open} />, parent complaints among them: <Count of={concerns.complaints} />
        </dd>
        <dt>Quality process</dt>
        <dd>
          {process.done} done, {process.planned} to come, {process.overdue} overdue, {process.missed} missed
        </dd>
      </dl>
      {inspection && inspection.judgements.length > 0 && (
        <dl className="scale" aria-label={`Judgements of ${day(inspection.startDate)}`}>
          {inspection.judgements.map(({ area, grade }) => (
            <div key={area}>
              <dt>{area}</dt>
              <dd>{grade}</dd>
            </div>
          ))}
        </dl>
      )}
      {school.priorities.length > 0 ? (
        <PackedPlan priorities={school.priorities} />
      ) : (
        <Empty>
          {exceptions.some(({ kind, schoolUrn }) => kind === 'no-plan' && schoolUrn === urn)
            ? 'There is no plan for the year.'
            : 'The plan of the year has no priority yet.'}
        </Empty>
      )}
      <PackedOutcomes outcomes={school.outcomes} />
    </section>
  );
}

function Need({ need }: { need: PackNeed }) {
  const more = [
    need.score != null && `score ${number(need.score)} of 100`,
    need.direction && DIRECTIONS[need.direction],
    need.levelBefore && `${need.levelBefore} a term before`,
  ].filter(Boolean);
  return (
    <>
      <p>
        <strong>{need.levelLabel ?? 'Not enough data'}</strong> in {need.term}
        {more.length > 0 && `: ${more.join(', ')}`} {need.risen && <Pill tone="bad">Risen</Pill>}
      </p>
      {[need.floor, ...need.risks].filter(Boolean).map((said) => (
        <p key={said} className="soft small">
          {said}
        </p>
      ))}
    </>
  );
}

function Inspection({ inspection }: { inspection: PackInspection }) {
  const { type, startDate, framework, predecessor, overall, ungraded, safeguarding } = inspection;
  return (
    <>
      <p>
        {type} of {day(startDate)} <span className="tag small">{framework}</span>
        {predecessor && <span className="soft small"> At the URN that the school had before</span>}
      </p>
      <p className="actions">
        {inspection.categoryOfConcern && <Pill tone="bad">{inspection.categoryOfConcern}</Pill>}
        {overall && <Pill tone="calm">Overall effectiveness: {overall}</Pill>}
        {ungraded && <Pill tone="calm">{ungraded}</Pill>}
        {safeguarding && (
          <Pill tone={inspection.safeguardingNotMet ? 'bad' : 'calm'}>Safeguarding: {safeguarding}</Pill>
        )}
      </p>
    </>
  );
}

/** A number of concerns, or what stands in its place. */
function Count({ of }: { of: string }) {
  return of === 'c' ? (
    <>
      c <span className="soft">(one to five, suppressed)</span>
    </>
  ) : (
    of
  );
}
