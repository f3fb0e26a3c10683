import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Target } from '../api/types.gen';
import { useMe } from '../app/me';
import { shown, useMeasure } from '../outcome/measures';
import { hasDraft } from '../ui/drafts';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import { pupilsOf, reasonOf, STATUS } from './status';
import { draftOf, TargetForm } from './TargetForm';

/** A target in its priority: the status first, and why. */
export function TargetSheet({ target, editable }: { target: Target; editable: boolean }) {
  const me = useMe();
  const [editing, setEditing] = useState(() => hasDraft(draftOf(me.id, target.priorityId, target)));
  const status = STATUS[target.status];
  const pupils = pupilsOf(target);
  const measure = useMeasure(target.measureCode);
  // What somebody set is shown as it was set, with all its decimals.
  const exact = measure && { unit: measure.unit, decimals: undefined };
  return (
    <article className="sheet target" aria-label={`${target.measureLabel}, ${pupils}`}>
      <header>
        <h3>
          <Link to="/targets/$id" params={{ id: target.id }}>
            {target.measureLabel}
          </Link>
        </h3>
        {target.endedOn ? <Pill tone="calm">Ended</Pill> : <Pill tone={status.tone}>{status.label}</Pill>}
      </header>
      <p className="soft small">{pupils.charAt(0).toUpperCase() + pupils.slice(1)}</p>
      {target.endedOn && (
        <p>
          Ended on {day(target.endedOn)}: {target.endReason}
        </p>
      )}
      <p>{reasonOf(target)}</p>
      <div className="actions">
        <p className="small">
          From {shown(target.baselineValue, exact)} on {day(target.baselineDate)} to{' '}
          <strong>{shown(target.targetValue, exact)}</strong> by {day(target.dueDate)}
        </p>
        {editable && !target.endedOn && (
          <button className="button quiet apart" type="button" onClick={() => setEditing(true)}>
            Edit <span className="visually-hidden">the target</span>
          </button>
        )}
      </div>
      {editing && (
        <TargetForm
          priorityId={target.priorityId}
          school={target.schoolUrn}
          target={target}
          onClose={() => setEditing(false)}
        />
      )}
    </article>
  );
}
