import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Milestone } from '../api/types.gen';
import { useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import { STATUS } from './status';
import { draftOf, TargetForm } from './TargetForm';

/** A milestone in its priority: the status first, and why. */
export function MilestoneSheet({ milestone, editable }: { milestone: Milestone; editable: boolean }) {
  const me = useMe();
  const [editing, setEditing] = useState(() => hasDraft(draftOf(me.id, milestone.priorityId, milestone)));
  const status = STATUS[milestone.status];
  return (
    <article className="sheet target" aria-label={milestone.milestone}>
      <header>
        <h3>
          <Link to="/milestones/$id" params={{ id: milestone.id }}>
            {milestone.milestone}
          </Link>
        </h3>
        {milestone.endedOn ? <Pill tone="calm">Ended</Pill> : <Pill tone={status.tone}>{status.label}</Pill>}
      </header>
      {milestone.endedOn && (
        <p>
          Ended on {day(milestone.endedOn)}: {milestone.endReason}
        </p>
      )}
      <p>{milestone.statusReason}</p>
      <div className="actions">
        <p className="small">Milestone, by {day(milestone.dueDate)}</p>
        {editable && !milestone.endedOn && (
          <button className="button quiet apart" type="button" onClick={() => setEditing(true)}>
            Edit <span className="visually-hidden">the target</span>
          </button>
        )}
      </div>
      {editing && (
        <TargetForm
          priorityId={milestone.priorityId}
          school={milestone.schoolUrn}
          target={milestone}
          onClose={() => setEditing(false)}
        />
      )}
    </article>
  );
}
