import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Action } from '../api/types.gen';
import { useMe } from '../app/me';
import { CommentFold } from '../comment/CommentFold';
import { hasDraft } from '../ui/drafts';
import { day, number } from '../ui/format';
import { Pill } from '../ui/Pill';
import { When } from '../ui/When';
import { ActionForm, draftOf } from './ActionForm';
import { standing } from './actions';
import { ReportForm, draftOf as reportDraftOf } from './ReportForm';

/** The actions of a priority: how each stands, who leads it, and what was last heard. */
export function ActionList({ actions, editable }: { actions: Action[]; editable: boolean }) {
  return (
    <ul className="standing">
      {actions.map((action) => (
        <Entry key={action.id} action={action} editable={editable} />
      ))}
    </ul>
  );
}

function Entry({ action, editable }: { action: Action; editable: boolean }) {
  const me = useMe();
  const [open, setOpen] = useState<'report' | 'form' | null>(() =>
    hasDraft(reportDraftOf(me.id, action.id))
      ? 'report'
      : hasDraft(draftOf(me.id, action.priorityId, action))
        ? 'form'
        : null,
  );
  const { label, tone } = standing(action);
  const lead = action.leadName ?? action.leadRole;
  return (
    <li>
      <Pill tone={tone}>{label}</Pill>
      <div>
        <h4 id={`action-${action.id}`} tabIndex={-1}>
          {action.title}
        </h4>
        <p className="soft small">
          {[
            lead ?? 'No lead yet',
            action.dueOn ? `due ${day(action.dueOn)}` : 'no due date yet',
            action.doneOn && `done ${day(action.doneOn)}`,
            action.cost != null && `£${number(action.cost)}`,
            action.carryForward && (action.carryForward === 'drop' ? 'to be dropped' : 'carried forward'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {action.agreedAtCheckpointId && (
          <p className="small">
            Agreed at{' '}
            <Link to="/checkpoints/$id" params={{ id: action.agreedAtCheckpointId }}>
              a checkpoint
            </Link>
          </p>
        )}
        {action.successCriterion && <p className="small">Seen by: {action.successCriterion}</p>}
        {action.endReason && (
          <p className="small">
            Ended {day(action.endedOn)}: {action.endReason}
          </p>
        )}
        {action.stale && (
          <p>
            <Pill tone="warn">Nothing heard for 30 days</Pill>
          </p>
        )}
        {action.latestUpdate && (
          <p className="small">
            <span className="line">{action.latestUpdate.text}</span>{' '}
            <span className="soft">
              {action.latestUpdate.author}, <When at={action.latestUpdate.at} />
            </span>
          </p>
        )}
        {editable && !action.endedOn && (
          <div className="actions">
            <button
              className="button"
              type="button"
              aria-label={`Update: ${action.title}`}
              onClick={() => setOpen('report')}
            >
              Update
            </button>
            <button
              className="button quiet"
              type="button"
              aria-label={`Edit the action: ${action.title}`}
              onClick={() => setOpen('form')}
            >
              Edit
            </button>
          </div>
        )}
        <CommentFold
          subject={{ kind: 'action', id: action.id, school: action.schoolUrn ?? undefined }}
          cycleId={action.cycleId}
          about={`the action: ${action.title}`}
        />
      </div>
      {open === 'report' && <ReportForm action={action} onClose={() => setOpen(null)} />}
      {open === 'form' && (
        <ActionForm
          priorityId={action.priorityId}
          school={action.schoolUrn ?? undefined}
          action={action}
          onClose={() => setOpen(null)}
        />
      )}
    </li>
  );
}
