import { Link } from '@tanstack/react-router';
import type { GoodPractice } from '../api/types.gen';
import { day, number } from '../ui/format';
import { Pill } from '../ui/Pill';

interface Props {
  practice: GoodPractice;
  onArea: (area: string) => void;
  onSchool: (urn: number) => void;
}

/** An entry of the list: what is done, what came of it, and where. */
export function PracticeSheet({ practice, onArea, onSchool }: Props) {
  const { area, schoolUrn } = practice;
  return (
    <article className="sheet" aria-label={practice.title}>
      <header>
        <h3>
          <Link to="/good-practice/$id" params={{ id: practice.id }}>
            {practice.title}
          </Link>
        </h3>
        <ReviewDue practice={practice} />
      </header>
      <p className="line">{practice.what}</p>
      <dl className="facts">
        <dt>What came of it</dt>
        <dd className="line">{practice.impact}</dd>
        <dt>School</dt>
        <dd>
          {schoolUrn == null ? (
            'The trust'
          ) : (
            <button className="link" type="button" onClick={() => onSchool(schoolUrn)}>
              {practice.schoolName ?? `School ${schoolUrn}`}
            </button>
          )}
        </dd>
        {practice.distance != null && (
          <>
            <dt>How like yours</dt>
            <dd>{number(practice.distance, 2)} apart; 0 is the same intake</dd>
          </>
        )}
        {area && (
          <>
            <dt>Area</dt>
            <dd>
              <button className="link" type="button" onClick={() => onArea(area)}>
                {area}
              </button>
            </dd>
          </>
        )}
        <dt>Published</dt>
        <dd>{day(practice.publishedOn)}</dd>
      </dl>
    </article>
  );
}

/** Says of an entry that nobody has looked at it in time. */
export function ReviewDue({ practice }: { practice: GoodPractice }) {
  return practice.reviewOverdue ? (
    <Pill tone="warn">To be reviewed since {day(practice.reviewOn)}</Pill>
  ) : null;
}
