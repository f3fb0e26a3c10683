import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommissionCandidate } from '../api/types.gen';
import { number } from '../ui/format';
import { Pill } from '../ui/Pill';
import { ShareBar } from '../ui/ShareBar';

const WHOLE = 100;

/** Somebody who might give the support: how well they match and why, or what stands against it. */
export function CandidateCard({
  candidate,
  first,
  children,
}: {
  candidate: CommissionCandidate;
  /** Whether nobody matches better. */
  first: boolean;
  children?: ReactNode;
}) {
  const { name, schoolName, fits, obstacles, score, parts } = candidate;
  return (
    <li className="candidate stack">
      <header>
        <h3>
          <Link to="/expertise/$id" params={{ id: candidate.expertId }}>
            {name}
          </Link>
        </h3>
        {fits ? (
          <Pill tone={first ? 'good' : 'calm'}>
            {first ? 'Best match' : 'Can give it'}, {number(score, 0)} of 100
          </Pill>
        ) : (
          <Pill tone="warn">Cannot give it</Pill>
        )}
      </header>
      <p className="soft small">
        {schoolName ?? 'Works for the trust'}
        {`. ${number(candidate.freeDays)} free days in the term, ${number(candidate.givenThisYear)} given this year.`}
      </p>
      {fits ? (
        <>
          <ShareBar shares={[score, WHOLE - score]} />
          <details>
            <summary>Why</summary>
            <dl className="facts small">
              {parts.map((part) => (
                <div key={part.part} className="pair">
                  <dt>
                    {part.label}
                    <span className="soft"> (weight {number(part.weight)})</span>
                  </dt>
                  <dd>
                    {part.value === undefined ? 'Left out' : `${number(part.value * WHOLE, 0)} of 100`}.{' '}
                    {part.why}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      ) : (
        <ul className="small">
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{obstacle}</li>
          ))}
        </ul>
      )}
      {children}
    </li>
  );
}
