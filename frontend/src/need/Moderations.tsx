import { Link } from '@tanstack/react-router';
import type { NeedModeration } from '../api/types.gen';
import { Opinions } from '../delegation/Opinions';
import { Pill, type Tone } from '../ui/Pill';
import { When } from '../ui/When';
import { termName } from './bands';

const STATES: Record<NeedModeration['state'], { label: string; tone: Tone }> = {
  waiting: { label: 'Waits for approval', tone: 'warn' },
  'in-force': { label: 'Counts', tone: 'good' },
  refused: { label: 'Refused', tone: 'bad' },
  withdrawn: { label: 'Taken back', tone: 'calm' },
  past: { label: 'Past', tone: 'calm' },
};

/** The levels that people have set, with why. */
export function Moderations({ moderations }: { moderations: NeedModeration[] }) {
  if (moderations.length === 0) {
    return null;
  }
  return (
    <section className="sheet stack" aria-labelledby="moderation-title">
      <h2 id="moderation-title">Moderation</h2>
      <ul className="standing">
        {moderations.map((one) => (
          <li key={one.id}>
            <Pill tone={STATES[one.state].tone}>{STATES[one.state].label}</Pill>
            <div>
              <p>
                <strong>{one.levelLabel}</strong>
                {one.level === one.computedLevel
                  ? ', as computed'
                  : ` where ${one.computedLevelLabel?.toLowerCase() ?? 'no level'} was computed`}
                , {termName(one)}
              </p>
              {one.rationale ? (
                <p className="line">{one.rationale}</p>
              ) : one.concernId ? (
                <p>
                  Why stands in the chronology of{' '}
                  <Link to="/concerns/$id" params={{ id: one.concernId }}>
                    the restricted concern
                  </Link>{' '}
                  that it rests on.
                </p>
              ) : (
                <p className="soft">Why is kept with those who need to know.</p>
              )}
              <p className="soft small">
                {one.author && `${one.author}, `}
                <When at={one.at} />
                {one.approval?.decider && one.approval.decidedAt && (
                  <>
                    {' · '}
                    {one.approval.status === 'approved' ? 'approved' : 'decided'} by {one.approval.decider},{' '}
                    <When at={one.approval.decidedAt} />
                    {one.approval.reason && `: ${one.approval.reason}`}
                  </>
                )}
              </p>
              {one.approval && !one.concernId && <Opinions approval={one.approval.id} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
