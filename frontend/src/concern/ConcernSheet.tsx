import { Link } from '@tanstack/react-router';
import type { Concern } from '../api/types.gen';
import { Resting } from '../cycle/Resting';
import { useResting } from '../cycle/useResting';
import { day, moment } from '../ui/format';
import { Pill } from '../ui/Pill';
import { ageOf, DIRECTION, SEVERITY, STATUS } from './words';

function factsOf(concern: Concern): [string, string][] {
  return [
    ['Direction', DIRECTION[concern.direction]],
    ['Age', concern.ageInDays === 0 ? 'Raised today' : ageOf(concern.ageInDays)],
    [
      'Owner',
      concern.ownerName ??
        (concern.ownerDueOn ? `Nobody yet; needed by ${day(concern.ownerDueOn)}` : 'Nobody yet'),
    ],
    ...(concern.deadline
      ? ([['Next', `${concern.deadline} by ${day(concern.deadlineOn)}`]] as [string, string][])
      : []),
    ['Review', concern.reviewOn ? day(concern.reviewOn) : 'No day set'],
    ['Comes from', concern.sourceLabel ?? 'Not said'],
    ...(concern.retainUntil
      ? ([
          [
            'Kept until',
            concern.legalHold ? `${day(concern.retainUntil)}, and held past that` : day(concern.retainUntil),
          ],
        ] as [string, string][])
      : concern.legalHold
        ? ([['Legal hold', 'It is kept until the hold is lifted']] as [string, string][])
        : []),
  ];
}

/** What a concern is, and how it stands. */
export function ConcernSheet({ concern }: { concern: Concern }) {
  const resting = useResting(concern.schoolUrn, 'concern');
  return (
    <section className="sheet stack" aria-labelledby="concern-title">
      <h2 id="concern-title">What it is about</h2>
      <p className="pills">
        <Pill tone={SEVERITY[concern.severity].tone}>{SEVERITY[concern.severity].label}</Pill>{' '}
        <Pill tone={concern.status === 'closed' ? 'good' : 'calm'}>{STATUS[concern.status]}</Pill>{' '}
        {concern.restricted && <Pill tone="warn">Restricted</Pill>}{' '}
        {concern.overdue && <Pill tone="bad">Overdue</Pill>}
      </p>
      <p className="line">{concern.summary}</p>
      <dl className="facts">
        {factsOf(concern).map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Resting priorities={resting} reference={concern.id} />
      {concern.mergedInto && (
        <p>
          It goes on as{' '}
          <Link to="/concerns/$id" params={{ id: concern.mergedInto }}>
            another concern
          </Link>
          .
        </p>
      )}
      {concern.closingSummary && (
        <div className={concern.closingAsked ? 'notice' : undefined}>
          <h3>{concern.closingAsked ? 'How it is to end' : 'How it ended'}</h3>
          <p className="soft small">
            {concern.outcomeLabel} ·{' '}
            {concern.closingAsked
              ? `${concern.closedBy} asks for somebody else’s agreement`
              : `closed by ${concern.closedBy}, ${moment(concern.closedAt)}`}
          </p>
          <p className="line">{concern.closingSummary}</p>
        </div>
      )}
    </section>
  );
}
