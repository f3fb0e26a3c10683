import { Link } from '@tanstack/react-router';
import { number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { DIRECTIONS, termName } from './bands';
import { LevelPill } from './LevelPill';
import { useLevels, useSchoolNeed } from './useNeed';

const NAMED = 3;

/** How much support a school needs today, with what contributes most. */
export function NeedSheet({ urn }: { urn: number }) {
  const levels = useLevels();
  const need = useSchoolNeed(urn);
  const { current } = need.data ?? {};
  const assessment = current?.assessment;
  const most = (current?.contributions ?? [])
    .filter(({ contribution }) => contribution > 0)
    .slice(0, NAMED)
    .map(({ label, contribution, maximum }) => `${label}: ${number(contribution, 1)} of ${number(maximum)}`);
  return (
    <section className="sheet stack" aria-labelledby="need-sheet">
      <header>
        <h2 id="need-sheet">Need</h2>
        <Link to="/schools/$urn/need" params={{ urn: String(urn) }} className="small">
          Why
        </Link>
      </header>
      {need.isPending && <Loading what="need" />}
      {need.isError && <Failed cause={need.error} retry={() => need.refetch()} />}
      {need.data && !current && <Empty>The school has not been assessed yet.</Empty>}
      {current && assessment && (
        <>
          <p>
            <LevelPill assessment={assessment} levels={levels.data?.results ?? []} />
          </p>
          <p className="small">
            {assessment.score === undefined
              ? 'Not enough data for a score'
              : `Score ${number(assessment.score, 1)}`}
            {`, ${termName(assessment)}`}
            {assessment.direction && `, ${DIRECTIONS[assessment.direction]}`}
            {assessment.entitlementDays !== undefined &&
              `. ${assessment.entitlementDays} days of support a year.`}
          </p>
          {most.length > 0 && <p className="small">Most of it from {most.join('; ')}.</p>}
        </>
      )}
    </section>
  );
}
