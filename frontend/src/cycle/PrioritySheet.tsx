import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { priorityResourceDelete, priorityResourceEnd, priorityResourceRemoveEvidence } from '../api/sdk.gen';
import type { PlannedPriority, Priority } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { PriorityAdjustments } from '../checkpoint/PriorityAdjustments';
import { CommentFold } from '../comment/CommentFold';
import { AskButton } from '../commission/AskButton';
import { MilestoneSheet } from '../target/MilestoneSheet';
import { TargetForm, draftOf as targetDraftOf } from '../target/TargetForm';
import { TargetSheet } from '../target/TargetSheet';
import { Confirm } from '../ui/Confirm';
import { hasDraft } from '../ui/drafts';
import { FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useChange } from '../ui/useChange';
import { ActionForm, draftOf as actionDraftOf } from './ActionForm';
import { ActionList } from './ActionList';
import { EvidenceForm, draftOf as evidenceDraftOf } from './EvidenceForm';
import { EvidenceLink } from './EvidenceLink';
import { draftOf, PriorityForm } from './PriorityForm';
import { PriorityPlace } from './PriorityPlace';
import { useTrustPriorities } from './useTrustPriorities';

type Open = 'priority' | 'evidence' | 'target' | 'action' | 'removal' | 'end' | null;

/** The form in which something typed waits. */
function waiting(person: string, priority: Priority): Open {
  if (hasDraft(draftOf(person, priority.cycleId, priority))) {
    return 'priority';
  }
  if (hasDraft(evidenceDraftOf(person, priority.id))) {
    return 'evidence';
  }
  if (hasDraft(actionDraftOf(person, priority.id))) {
    return 'action';
  }
  return hasDraft(targetDraftOf(person, priority.id)) ? 'target' : null;
}

interface Props {
  planned: PlannedPriority;
  /** Its place in the order, from 0, and of how many. */
  place: number;
  of: number;
  editable: boolean;
  /** Whether its cycle is not closed. */
  running: boolean;
  /** The cycle of the year before, where there is one. */
  previousCycle?: string | null | undefined;
  onMove: (id: string, to: number) => void;
}

/** A priority: why, on what evidence, who leads, how its targets stand, and what is done. */
export function PrioritySheet({
  planned,
  place,
  of,
  editable: inOpenCycle,
  running,
  previousCycle,
  onMove,
}: Props) {
  const { priority, targets, milestones, actions } = planned;
  const queries = useQueryClient();
  const change = useChange();
  const me = useMe();
  const [open, setOpen] = useState<Open>(() => waiting(me.id, priority));
  const [over, setOver] = useState(false);
  const editable = inOpenCycle && !priority.endedOn;
  const school = priority.schoolUrn ?? undefined;
  const contributes = useTrustPriorities(priority.academicYear, priority.contributesTo != null).find(
    ({ id }) => id === priority.contributesTo,
  );
  const drop = (work: () => Promise<unknown>) =>
    change.run(async () => {
      await work();
      await queries.invalidateQueries();
    });
  const title = `priority-${priority.id}`;
  const dragged = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onMove(event.dataTransfer.getData('text/plain'), place);
    },
  };
  return (
    <section
      className={over ? 'sheet stack over' : 'sheet stack'}
      aria-labelledby={title}
      {...(inOpenCycle ? dragged : {})}
    >
      <header>
        <h2 id={title} tabIndex={-1}>
          {place + 1}. {priority.title}
        </h2>
        {inOpenCycle && (
          <div className="actions">
            {of > 1 && (
              <PriorityPlace
                priority={priority}
                place={place}
                of={of}
                onMove={(to) => onMove(priority.id, to)}
              />
            )}
            {editable && (
              <>
                <button
                  className="button"
                  type="button"
                  aria-label={`Edit the priority: ${priority.title}`}
                  onClick={() => setOpen('priority')}
                >
                  Edit
                </button>
                <button
                  className="button"
                  type="button"
                  aria-label={`End the priority: ${priority.title}`}
                  onClick={() => setOpen('end')}
                >
                  End
                </button>
                <button
                  className="button danger"
                  type="button"
                  aria-label={`Delete the priority: ${priority.title}`}
                  onClick={() => setOpen('removal')}
                >
                  Delete
                </button>
              </>
            )}
          </div>
        )}
      </header>
      {priority.endedOn && (
        <p className="notice">
          Ended {day(priority.endedOn)}: {priority.endReason}
        </p>
      )}
      <FormProblem problem={change.problem} />
      <p className="line">{priority.rationale ?? <span className="soft">No rationale yet.</span>}</p>
      <dl className="facts">
        <dt>Lead</dt>
        <dd>{priority.leadName ?? priority.leadRole ?? <span className="soft">Nobody yet</span>}</dd>
        {priority.area && (
          <>
            <dt>Area</dt>
            <dd>{priority.area}</dd>
          </>
        )}
        {priority.carriedFrom && previousCycle && (
          <>
            <dt>Carried forward</dt>
            <dd>
              <Link
                to="/cycles/$id/evaluation"
                params={{ id: previousCycle }}
                hash={`evaluation-${priority.carriedFrom}`}
              >
                From the evaluation of the year before
              </Link>
            </dd>
          </>
        )}
        {contributes && (
          <>
            <dt>Contributes to</dt>
            <dd>
              {mayIn(me, 'cycles:read', undefined) ? (
                <Link to="/trust">{contributes.title}</Link>
              ) : (
                contributes.title
              )}
            </dd>
          </>
        )}
        <dt>Evidence</dt>
        <dd>
          {priority.evidence.length === 0 && <span className="soft">None yet</span>}
          <ul className="plain">
            {priority.evidence.map((evidence) => (
              <li key={evidence.id}>
                <EvidenceLink evidence={evidence} school={school} />{' '}
                {editable && (
                  <button
                    className="button quiet"
                    type="button"
                    aria-label={`Remove the evidence: ${evidence.label}`}
                    onClick={() =>
                      drop(() =>
                        answered(
                          priorityResourceRemoveEvidence({
                            path: { id: priority.id, evidenceId: evidence.id },
                            headers: { 'If-Match': `"${priority.version}"` },
                          }),
                        ),
                      )
                    }
                  >
                    Remove
                  </button>
                )}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <div className="stack">
        <h3 id={`targets-${priority.id}`} tabIndex={-1}>
          Targets
        </h3>
        {targets.length === 0 && (
          <p className="soft">No target yet. A priority needs one before the plan can be carried out.</p>
        )}
        <div className="columns">
          {targets.map((target) => (
            <TargetSheet key={target.id} target={target} editable={editable} />
          ))}
          {milestones.map((milestone) => (
            <MilestoneSheet key={milestone.id} milestone={milestone} editable={editable} />
          ))}
        </div>
      </div>
      <div className="stack">
        <h3 id={`actions-${priority.id}`} tabIndex={-1}>
          Actions
        </h3>
        {actions.length === 0 && (
          <p className="soft">No action yet. A priority needs one before the plan can be carried out.</p>
        )}
        <ActionList actions={actions} editable={editable} />
      </div>
      {editable && (
        <div className="actions">
          <button className="button" type="button" onClick={() => setOpen('target')}>
            Add a target
          </button>
          <button className="button" type="button" onClick={() => setOpen('action')}>
            Add an action
          </button>
          <button className="button" type="button" onClick={() => setOpen('evidence')}>
            Add evidence
          </button>
          <AskButton kind="priority" id={priority.id} title={priority.title} schoolUrn={school} />
        </div>
      )}
      <PriorityAdjustments priority={priority} open={running} />
      <CommentFold
        subject={{ kind: 'priority', id: priority.id, school }}
        cycleId={priority.cycleId}
        about={`the priority: ${priority.title}`}
      />
      {open === 'priority' && (
        <PriorityForm
          cycleId={priority.cycleId}
          school={school}
          academicYear={priority.academicYear}
          priority={priority}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'evidence' && (
        <EvidenceForm priorityId={priority.id} school={school} onClose={() => setOpen(null)} />
      )}
      {open === 'removal' && (
        <Confirm
          title="Delete this priority?"
          action="Delete the priority"
          work={async () => {
            await answered(
              priorityResourceDelete({
                path: { id: priority.id },
                headers: { 'If-Match': `"${priority.version}"` },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setOpen(null)}
        >
          “{priority.title}” goes, with its evidence, its targets and its actions.
        </Confirm>
      )}
      {open === 'end' && (
        <ReasonDialog
          draftKey={`${me.id} end of priority ${priority.id}`}
          title="End this priority?"
          action="End the priority"
          work={async (reason) => {
            await answered(
              priorityResourceEnd({
                path: { id: priority.id },
                headers: { 'If-Match': `"${priority.version}"` },
                body: { reason },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setOpen(null)}
        >
          “{priority.title}” stays readable with all that belongs to it, and is no longer carried out.
        </ReasonDialog>
      )}
      {open === 'action' && (
        <ActionForm priorityId={priority.id} school={school} onClose={() => setOpen(null)} />
      )}
      {open === 'target' && (
        <TargetForm priorityId={priority.id} school={school} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
