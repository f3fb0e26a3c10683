import type { ExpertDetail } from '../api/types.gen';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import { byArea, placeOf, standingOf } from './words';

/** Who somebody is to other schools, in their words and by the lists. */
export function About({ profile: { expert, mayChange, mayConfirm } }: { profile: ExpertDetail }) {
  const { label, tone } = standingOf(expert);
  const waits = expert.offering && !expert.confirmedOn;
  return (
    <section className="sheet stack" aria-labelledby="about-title">
      <header>
        <h2 id="about-title">About</h2>
        <Pill tone={tone}>{label}</Pill>
      </header>
      {waits && (mayChange || mayConfirm) && (
        <p className="notice warn">
          {mayChange
            ? `▲ It waits for ${expert.schoolUrn ? `the headteacher of ${placeOf(expert)}, or a trust leader` : 'a trust leader'}. Until it is confirmed you cannot be matched with a school.`
            : '▲ Nobody has confirmed it yet, and you can.'}
        </p>
      )}
      <p className="line">{expert.about}</p>
      <dl className="facts">
        <dt>Works in</dt>
        <dd>{placeOf(expert)}</dd>
        {byArea(expert.specialisms).map(([area, ofArea]) => (
          <div key={area} className="pair">
            <dt>{area}</dt>
            <dd>{ofArea.map((one) => one.label).join(', ')}</dd>
          </div>
        ))}
        <dt>Designations</dt>
        <dd>{expert.designations.map((one) => one.label).join(', ') || 'None'}</dd>
        <dt>Beyond the trust</dt>
        <dd>
          {expert.beyondTrust ? 'Also supports schools beyond the trust' : 'Supports schools of the trust'}
        </dd>
        <dt>Confirmed</dt>
        <dd>
          {expert.confirmedOn
            ? [day(expert.confirmedOn), expert.confirmedBy].filter(Boolean).join(', ')
            : 'Not yet'}
        </dd>
      </dl>
    </section>
  );
}
