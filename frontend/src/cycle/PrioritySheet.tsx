import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { priorityResourceDelete, priorityResourceRemoveEvidence, targetResourceList } from '../api/sdk.gen';
import type { Priority } from '../api/types.gen';
import { useMe } from '../app/me';
import { Milestones } from '../target/Milestones';
import { PriorityAdjustments } from '../checkpoint/PriorityAdjustments';
import { TargetForm, draftOf as targetDraftOf } from '../target/TargetForm';
import { TargetSheet } from '../target/TargetSheet';
import { Confirm } from '../ui/Confirm';
import { hasDraft } from '../ui/drafts';
import { FormProblem } from '../ui/Field';
import { Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { EvidenceForm, draftOf as evidenceDraftOf } from './EvidenceForm';
import { EvidenceLink } from './EvidenceLink';
import { draftOf, PriorityForm } from './PriorityForm';

type Open = 'priority' | 'evidence' | 'target' | 'removal' | null;

/** The form in which something typed waits. */
function waiting(person: string, priority: Priority): Open {
  if (hasDraft(draftOf(person, priority.cycleId, priority))) {
    return 'priority';
  }
  if (hasDraft(evidenceDraftOf(person, priority.id))) {
    return 'evidence';
  }
  return hasDraft(targetDraftOf(person, priority.id)) ? 'target' : null;
}

interface Props {
  priority: Priority;
  editable: boolean;
  /** Whether its cycle is not closed. */
  running: boolean;
}

/** A priority: why, on what evidence, who leads, and its targets with their status. */
export function PrioritySheet({ priority, editable, running }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const me = useMe();
  const [open, setOpen] = useState<Open>(() => waiting(me.id, priority));
  const targets = useQuery({
    queryKey: ['targets', priority.id],
    queryFn: () => answered(targetResourceList({ path: { id: priority.id }, query: { pageSize: 100 } })),
  });
  const drop = (work: () => Promise<unknown>) =>
    change.run(async () => {
      await work();
      await queries.invalidateQueries();
    });
  const title = `priority-${priority.id}`;
  return (
    <section className="sheet stack" aria-labelledby={title}>
      <header>
        <h2 id={title} tabIndex={-1}>
          {priority.position}. {priority.title}
        </h2>
        {editable && (
          <div className="actions">
            <button
              className="button"
              type="button"
              aria-label={`Edit the priority: ${priority.title}`}
              onClick={() => setOpen('priority')}
            >
              Edit
            </button>
            <button
              className="button danger"
              type="button"
              aria-label={`Delete the priority: ${priority.title}`}
              onClick={() => setOpen('removal')}
            >
              Delete
            </button>
          </div>
        )}
      </header>
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
        <dt>Evidence</dt>
        <dd>
          {priority.evidence.length === 0 && <span className="soft">None yet</span>}
          <ul className="plain">
            {priority.evidence.map((evidence) => (
              <li key={evidence.id}>
                <EvidenceLink evidence={evidence} school={priority.schoolUrn} />{' '}
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
        <h3>Targets</h3>
        {targets.isPending && <Loading what="targets" />}
        {targets.isError && <Failed cause={targets.error} retry={() => targets.refetch()} />}
        {targets.data?.results.length === 0 && (
          <p className="soft">No target yet. A priority needs one before the plan can be carried out.</p>
        )}
        <div className="columns">
          {targets.data?.results.map((target) => (
            <TargetSheet key={target.id} target={target} editable={editable} />
          ))}
          <Milestones priorityId={priority.id} editable={editable} />
        </div>
      </div>
      {editable && (
        <div className="actions">
          <button className="button" type="button" onClick={() => setOpen('target')}>
            Add a target
          </button>
          <button className="button" type="button" onClick={() => setOpen('evidence')}>
            Add evidence
          </button>
        </div>
      )}
      <PriorityAdjustments priority={priority} open={running} />
      {open === 'priority' && (
        <PriorityForm cycleId={priority.cycleId} priority={priority} onClose={() => setOpen(null)} />
      )}
      {open === 'evidence' && (
        <EvidenceForm priorityId={priority.id} school={priority.schoolUrn} onClose={() => setOpen(null)} />
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
          “{priority.title}” goes, with its evidence and its targets.
        </Confirm>
      )}
      {open === 'target' && (
        <TargetForm priorityId={priority.id} school={priority.schoolUrn} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
