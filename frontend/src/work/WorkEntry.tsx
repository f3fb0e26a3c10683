import { Link } from '@tanstack/react-router';
import type {
  Action,
  CommissionStatus,
  OccurrenceStatus,
  Severity,
  TargetStatus,
  WorkItem,
} from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { STATUS as COMMISSION } from '../commission/words';
import { SEVERITY } from '../concern/words';
import { standing } from '../cycle/actions';
import { Decide } from '../delegation/Decide';
import { STATUS } from '../target/status';
import { ThingLink } from '../thing/ThingLink';
import { STATUS as OCCURRENCE } from '../timetable/words';
import { day } from '../ui/format';
import { Pill, type Tone } from '../ui/Pill';

/** How something stands, in a word and a tone. */
function standingOf({ kind, status, overdue }: WorkItem): { label: string; tone: Tone } {
  switch (kind) {
    case 'action':
      return standing({ status: status as Action['status'], overdue });
    case 'target-off-track': {
      const { label, tone } = STATUS[status as TargetStatus];
      return status === 'no-data' ? { label: 'No result', tone: 'warn' } : { label, tone };
    }
    case 'checkpoint-to-record':
      return overdue ? { label: 'Overdue', tone: 'bad' } : { label: 'To record', tone: 'calm' };
    case 'occurrence':
      return OCCURRENCE[status as OccurrenceStatus];
    case 'checkpoint-to-sign':
      return { label: 'To sign', tone: 'warn' };
    case 'approval':
      return { label: 'To approve', tone: 'warn' };
    case 'consultation':
      return { label: 'Your opinion', tone: 'warn' };
    case 'commission':
      return overdue ? { label: 'Overdue', tone: 'bad' } : COMMISSION[status as CommissionStatus];
    case 'expert-to-confirm':
      return { label: 'To confirm', tone: 'warn' };
    case 'concern-to-close':
      return { label: 'To close', tone: 'warn' };
    case 'concern':
      return SEVERITY[status as Severity];
    case 'concern-action':
      return overdue ? { label: 'Overdue', tone: 'bad' } : { label: 'To do', tone: 'calm' };
    case 'challenge':
      return overdue ? { label: 'Overdue', tone: 'bad' } : { label: 'To answer', tone: 'warn' };
    case 'challenge-to-judge':
      return { label: 'Answered', tone: 'warn' };
    case 'pack':
      return { label: 'To read', tone: 'calm' };
    case 'pack-to-build':
      return { label: 'To build', tone: 'warn' };
    case 'meeting-action':
      return overdue ? { label: 'Overdue', tone: 'bad' } : { label: 'To do', tone: 'calm' };
    case 'practice-to-review':
      return { label: 'To review', tone: 'warn' };
    case 'term-of-office':
      return overdue ? { label: 'Ended', tone: 'bad' } : { label: 'Ends soon', tone: 'warn' };
    case 'quarantine':
      return { label: 'Waiting', tone: 'warn' };
  }
}

/** Something that waits: how it stands, what it is, why it is here, and what can be done at once. */
export function WorkEntry({ item, onReport }: { item: WorkItem; onReport: () => void }) {
  const me = useMe();
  const { label, tone } = standingOf(item);
  return (
    <li>
      <Pill tone={tone}>{label}</Pill>
      <div>
        <p>
          {item.subject ? (
            <ThingLink subject={item.subject}>{item.title}</ThingLink>
          ) : (
            <Link to="/imports/waiting">{item.title}</Link>
          )}
        </p>
        <p className="soft small">
          {[item.dueOn && `due ${day(item.dueOn)}`, item.schoolName, item.reason].filter(Boolean).join(' · ')}
        </p>
        {item.kind === 'action' && mayIn(me, 'cycles:change', item.schoolUrn) && (
          <p className="actions">
            <button className="button" type="button" aria-label={`Update: ${item.title}`} onClick={onReport}>
              Update
            </button>
          </p>
        )}
        {item.kind === 'approval' && item.subject && <Decide subject={item.subject} about={item.title} />}
      </div>
    </li>
  );
}
