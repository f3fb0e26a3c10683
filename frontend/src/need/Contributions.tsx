import type { NeedContribution, NeedDetail } from '../api/types.gen';
import { Resting } from '../cycle/Resting';
import { useResting } from '../cycle/useResting';
import { number } from '../ui/format';
import { Empty } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { useHashArrival } from '../ui/useHashArrival';
import { BANDS, CHANGES } from './bands';
import { ContributionBar } from './ContributionBar';
import { EvidenceOf } from './EvidenceOf';

/** What makes the need of a school: each indicator with its figure, its thresholds and what it contributes; and what is missing. */
export function Contributions({ need }: { need: NeedDetail }) {
  const { schoolUrn: urn, possible, maximum } = need.assessment;
  const resting = useResting(urn, 'need');
  useHashArrival(true);
  const known = need.contributions.filter(({ band }) => band);
  const missing = need.contributions.filter(({ band }) => !band);
  return (
    <>
      <section className="sheet stack" aria-labelledby="why-title">
        <header>
          <h2 id="why-title">Why</h2>
          <p className="soft small">
            {number(possible)} of {number(maximum)} points could be computed; 60% have to be for a score.
          </p>
        </header>
        {known.length === 0 && <Empty>Nothing could be computed.</Empty>}
        <ol className="contributions">
          {known.map((one) => (
            <li key={one.indicatorCode} id={`indicator-${one.indicatorCode}`} tabIndex={-1}>
              <Known of={one} urn={urn} />
              <Resting priorities={resting} reference={one.indicatorCode} />
            </li>
          ))}
        </ol>
      </section>
      {missing.length > 0 && (
        <section className="sheet stack" aria-labelledby="missing-title">
          <h2 id="missing-title">What could not be computed</h2>
          <p className="soft small">It counts for nothing, neither for the school nor against it.</p>
          <ul className="contributions">
            {missing.map((one) => (
              <li key={one.indicatorCode} id={`indicator-${one.indicatorCode}`} tabIndex={-1}>
                <p>
                  <EvidenceOf of={one} urn={urn} />
                </p>
                <p className="soft small">{one.basis}</p>
                <Resting priorities={resting} reference={one.indicatorCode} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Known({ of, urn }: { of: NeedContribution; urn: number }) {
  const { label, tone } = BANDS[of.band ?? 'none'];
  const { without } = of;
  return (
    <>
      <div className="contribution">
        <p>
          <EvidenceOf of={of} urn={urn} />
        </p>
        <Pill tone={tone}>{label}</Pill>
        <p className="figure">
          <strong>{number(of.contribution, 1)}</strong> of {number(of.maximum)}
        </p>
      </div>
      <ContributionBar contribution={of.contribution} maximum={of.maximum} tone={tone} />
      <p className="small">
        {of.basis.startsWith(of.display ?? '') ? of.basis : `${of.display}. ${of.basis}`}
      </p>
      <p className="soft small">
        It contributes from {of.startsAt}, and in full from {of.fullAt}.
        {of.change && of.change !== 'steady' && ` It is ${CHANGES[of.change].label}.`}
        {without?.score !== undefined &&
          ` If it contributed nothing, the score would be ${number(without.score, 1)}${
            without.levelLabel ? `, ${without.levelLabel.toLowerCase()}` : ''
          }.`}
      </p>
    </>
  );
}
