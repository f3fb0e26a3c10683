import type { NeedAssessment, NeedContribution, NeedLevel } from '../api/types.gen';
import { number } from '../ui/format';

const NAMED = 3;

interface Props {
  assessment: NeedAssessment;
  contributions: NeedContribution[];
  levels: NeedLevel[];
}

/** How far the next levels are, and what moves the score most. */
export function WhatWouldChange({ assessment: { score, computedLevel }, contributions, levels }: Props) {
  const place = levels.findIndex(({ code }) => code === computedLevel);
  if (score === undefined || place < 0) {
    return null;
  }
  const own = levels[place];
  const above = levels[place + 1];
  const most = contributions.filter(({ without }) => without).slice(0, NAMED);
  return (
    <section className="sheet stack" aria-labelledby="change-title">
      <h2 id="change-title">What would change this</h2>
      <ul className="small">
        {own && place > 0 && score >= own.fromScore && (
          <li>
            Below {number(own.fromScore)} the computed level is {levels[place - 1]?.label.toLowerCase()}: that
            is {number(score - own.fromScore, 1)} points away.
          </li>
        )}
        {above && (
          <li>
            From {number(above.fromScore)} it is {above.label.toLowerCase()}: that is{' '}
            {number(above.fromScore - score, 1)} points away.
          </li>
        )}
        {most.map(({ indicatorCode, label, startsAt, without }) => (
          <li key={indicatorCode}>
            {label} at {startsAt}: the score would be{' '}
            {without?.score === undefined ? 'unknown' : number(without.score, 1)}
            {without?.levelLabel && without.level !== computedLevel
              ? `, and the computed level ${without.levelLabel.toLowerCase()}`
              : ''}
            .
          </li>
        ))}
      </ul>
    </section>
  );
}
