import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Adjustment } from '../api/types.gen';
import { useMe } from '../app/me';
import { CommentFold } from '../comment/CommentFold';
import { hasDraft } from '../ui/drafts';
import { day, today } from '../ui/format';
import { Pill, type Tone } from '../ui/Pill';
import { AdjustmentForm, draftOf } from './AdjustmentForm';
import { DecisionForm } from './DecisionForm';

const STATUS: Record<Adjustment['status'], { label: string; tone: Tone }> = {
  open: { label: 'Open', tone: 'calm' },
  kept: { label: 'Kept', tone: 'good' },
  dropped: { label: 'Dropped', tone: 'warn' },
};

interface Props {
  adjustment: Adjustment;
  editable: boolean;
  /** Whether it stands apart from its priority, which then is named. */
  apart?: boolean;
}

/** A small improvement: what was noticed, what is changed, what is expected, what was seen. */
export function AdjustmentSheet({ adjustment, editable, apart = false }: Props) {
  const me = useMe();
  const [open, setOpen] = useState<'edit' | 'decision' | null>(() =>
    hasDraft(draftOf(me.id, adjustment.priorityId, adjustment)) ? 'edit' : null,
  );
  const late = adjustment.status === 'open' && adjustment.expectedBy < today();
  return (
    <article className="sheet" aria-label={adjustment.change}>
      <header>
        <h3>{adjustment.change}</h3>
        <Pill tone={STATUS[adjustment.status].tone}>{STATUS[adjustment.status].label}</Pill>
      </header>
      {apart && (
        <p className="soft small">
          {adjustment.schoolName ?? 'The trust'}, {adjustment.academicYear} ·{' '}
          <Link to="/cycles/$id" params={{ id: adjustment.cycleId }}>
            {adjustment.priorityTitle}
          </Link>
        </p>
      )}
      <dl className="facts">
        <dt>Noticed</dt>
        <dd>
          {adjustment.noticed}
          {adjustment.checkpointId && (
            <>
              {' '}
              <Link to="/checkpoints/$id" params={{ id: adjustment.checkpointId }}>
                At a checkpoint
              </Link>
            </>
          )}
        </dd>
        <dt>Expected</dt>
        <dd>
          {adjustment.expectedEffect}, by {day(adjustment.expectedBy)}
          {late && ' – that day has passed, so decide'}
        </dd>
        {adjustment.effectSeen && (
          <>
            <dt>Seen</dt>
            <dd>{adjustment.effectSeen}</dd>
          </>
        )}
        {adjustment.decisionReason && (
          <>
            <dt>{STATUS[adjustment.status].label}</dt>
            <dd>
              {day(adjustment.decidedOn)}: {adjustment.decisionReason}
            </dd>
          </>
        )}
      </dl>
      {editable && adjustment.status === 'open' && (
        <div className="actions">
          <button className="button" type="button" onClick={() => setOpen('decision')}>
            Keep or drop <span className="visually-hidden">{adjustment.change}</span>
          </button>
          <button className="button quiet" type="button" onClick={() => setOpen('edit')}>
            Edit <span className="visually-hidden">the small improvement: {adjustment.change}</span>
          </button>
        </div>
      )}
      {!apart && (
        <CommentFold
          subject={{ kind: 'adjustment', id: adjustment.id, school: adjustment.schoolUrn ?? undefined }}
          cycleId={adjustment.cycleId}
          about={`the small improvement: ${adjustment.change}`}
        />
      )}
      {open === 'edit' && (
        <AdjustmentForm
          priorityId={adjustment.priorityId}
          adjustment={adjustment}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'decision' && <DecisionForm adjustment={adjustment} onClose={() => setOpen(null)} />}
    </article>
  );
}
