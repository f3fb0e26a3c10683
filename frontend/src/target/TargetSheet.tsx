import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Target } from '../api/types.gen';
import { useMe } from '../app/me';
import { GROUPS } from '../outcome/groups';
import { unitOf, useMeasure } from '../outcome/measures';
import { hasDraft } from '../ui/drafts';
import { day, number } from '../ui/format';
import { Pill } from '../ui/Pill';
import { STATUS } from './status';
import { draftOf, TargetForm } from './TargetForm';

/** A target in its priority: the status first, and why. */
export function TargetSheet({ target, editable }: { target: Target; editable: boolean }) {
  const me = useMe();
  const [editing, setEditing] = useState(() => hasDraft(draftOf(me.id, target.priorityId, target)));
  const status = STATUS[target.status];
  const unit = unitOf(useMeasure(target.measureCode));
  return (
    <article
      className="sheet target"
      aria-label={`${target.measureLabel}, ${GROUPS[target.pupilGroup] ?? target.pupilGroup}`}
    >
      <header>
        <h3>
          <Link to="/targets/$id" params={{ id: target.id }}>
            {target.measureLabel}
          </Link>
          <span className="soft small">
            {' '}
            {GROUPS[target.pupilGroup] ?? target.pupilGroup}
            {target.cohort !== 'ALL' && `, year ${target.cohort}`}
          </span>
        </h3>
        <Pill tone={status.tone}>{status.label}</Pill>
      </header>
      <p>{target.statusReason}</p>
      <dl className="facts">
        <dt>From</dt>
        <dd>
          {number(target.baselineValue)}
          {unit} on {day(target.baselineDate)}
        </dd>
        <dt>To</dt>
        <dd>
          <strong>
            {number(target.targetValue)}
            {unit}
          </strong>{' '}
          by {day(target.dueDate)}
        </dd>
      </dl>
      {editable && (
        <p className="actions">
          <button className="button quiet" type="button" onClick={() => setEditing(true)}>
            Edit the target
          </button>
        </p>
      )}
      {editing && (
        <TargetForm priorityId={target.priorityId} target={target} onClose={() => setEditing(false)} />
      )}
    </article>
  );
}
