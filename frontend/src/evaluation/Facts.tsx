import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PriorityEvaluation } from '../api/types.gen';
import { JUDGEMENTS } from '../checkpoint/judgements';
import { STATUS } from '../target/status';
import { day, words } from '../ui/format';
import { Pill, type Tone } from '../ui/Pill';
import { Decisions } from './Decisions';
import { TargetFacts } from './TargetFacts';

const DECIDED: Record<PriorityEvaluation['adjustments'][number]['status'], Tone> = {
  open: 'calm',
  kept: 'good',
  dropped: 'warn',
};

/** What is known of a priority at the end: nothing of it has to be typed again. */
export function Facts({ of, editable }: { of: PriorityEvaluation; editable: boolean }) {
  const { targets, milestones, actions, actionCounts, checkpoints, adjustments } = of;
  return (
    <div className="stack">
      {targets.length + milestones.length === 0 && <p className="soft">It had no target.</p>}
      {targets.map((one) => (
        <TargetFacts key={one.target.id} of={one} />
      ))}
      {milestones.length > 0 && (
        <Part title="Milestones">
          {milestones.map((milestone) => (
            <li key={milestone.id}>
              {milestone.endedOn ? (
                <Pill tone="calm">Ended</Pill>
              ) : (
                <Pill tone={STATUS[milestone.status].tone}>{STATUS[milestone.status].label}</Pill>
              )}
              <div>
                <p>
                  <Link to="/milestones/$id" params={{ id: milestone.id }}>
                    {milestone.milestone}
                  </Link>
                  , by {day(milestone.dueDate)}
                </p>
                <p className="small">{milestone.endReason ?? milestone.statusReason}</p>
              </div>
            </li>
          ))}
        </Part>
      )}
      {actions.length > 0 && (
        <Part
          title={`Actions: ${actionCounts.done} done, ${actionCounts.open} open, ${actionCounts.ended} ended`}
        >
          <Decisions actions={actions} editable={editable} goesOn={of.evaluation?.carryForward ?? false} />
        </Part>
      )}
      {checkpoints.length > 0 && (
        <Part title="Signed checkpoints">
          {checkpoints.map((judged) => (
            <li key={judged.checkpointId + judged.label}>
              <Pill tone={JUDGEMENTS[judged.judgement].tone}>{JUDGEMENTS[judged.judgement].label}</Pill>
              <div>
                <p>{judged.label}</p>
                <p className="small">
                  <Link to="/checkpoints/$id" params={{ id: judged.checkpointId }}>
                    {judged.typeLabel}, {day(judged.date)}
                  </Link>
                </p>
              </div>
            </li>
          ))}
        </Part>
      )}
      {adjustments.length > 0 && (
        <Part title="Small improvements">
          {adjustments.map((adjustment) => (
            <li key={adjustment.id}>
              <Pill tone={DECIDED[adjustment.status]}>{words(adjustment.status)}</Pill>
              <div>
                <p>{adjustment.change}</p>
                <p className="small">
                  {adjustment.effectSeen ? `Seen: ${adjustment.effectSeen}` : 'No effect was noted.'}
                </p>
              </div>
            </li>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="standing">{children}</ul>
    </div>
  );
}
