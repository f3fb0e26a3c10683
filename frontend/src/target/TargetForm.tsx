import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  milestoneResourceChange,
  milestoneResourceCreate,
  milestoneResourceDelete,
  targetResourceChange,
  targetResourceCreate,
  targetResourceDelete,
} from '../api/sdk.gen';
import type { Milestone, Target } from '../api/types.gen';
import { useMe } from '../app/me';
import { useMeasures } from '../outcome/measures';
import { Confirm } from '../ui/Confirm';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { Switch } from '../ui/Switch';
import { useChange } from '../ui/useChange';
import { MeasureFields } from './MeasureFields';
import { nameOf } from './status';
import { bodyOf, inWords, isMilestone, type Kind, milestoneOf, type Typed, typedOf } from './typed';

interface Props {
  priorityId: string;
  /** The school of the priority; none for the trust as a whole. */
  school: number | null | undefined;
  target?: Target | Milestone;
  onClose: () => void;
  /** Where to go when the target is not there any more. */
  onDeleted?: () => void;
}

const KINDS = ['measure', 'milestone'] as const;

const LABELS: Record<Kind, [keyof Typed, string][]> = {
  measure: [
    ['measureCode', 'Measure'],
    ['pupilGroup', 'Pupils'],
    ['cohort', 'Year group'],
    ['baselineValue', 'Baseline'],
    ['baselineDate', 'Baseline on'],
    ['targetValue', 'Target'],
    ['dueDate', 'Due on'],
    ['trajectory', 'On the way'],
  ],
  milestone: [
    ['milestone', 'Milestone'],
    ['dueDate', 'Due on'],
  ],
};

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, priorityId: string, target?: Target | Milestone): string {
  return `${person} ${target ? `target ${target.id}` : `target of ${priorityId}`}`;
}

/**
 * A target to set or to change, with a number or without. Nobody types its status: that follows from the outcomes, or from
 * checkpoints.
 */
export function TargetForm({ priorityId, school, target, onClose, onDeleted }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(draftOf(useMe().id, priorityId, target), {
    ...typedOf(target),
    version: target?.version,
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const measures = useMeasures();
  const [removing, setRemoving] = useState(false);
  const stale =
    change.problem?.status === 412 ? (change.problem.members.current as Target | Milestone) : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await (target ? saved(target.id, typed, stale?.version ?? typed.version) : made(priorityId, typed));
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  const giveUp = () => {
    draft.drop();
    onClose();
  };
  const remove = async (gone: Target | Milestone) => {
    await removed(gone);
    draft.drop();
    await queries.invalidateQueries();
    onDeleted?.();
  };
  return (
    <Dialog title={target ? 'Edit the target' : 'Set a target'} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        {stale ? (
          <Stale
            rows={LABELS[typed.kind].map(([field, label]) => ({
              field,
              label,
              theirs: inWords(typedOf(stale), field, measures.data?.results),
              mine: inWords(typed, field, measures.data?.results),
            }))}
            onTake={(field) => draft.set({ ...typed, [field]: typedOf(stale)[field] })}
            onTakeAll={() => {
              draft.set({ ...typed, ...typedOf(stale), version: stale.version });
              change.clear();
            }}
          />
        ) : (
          <FormProblem problem={change.problem} />
        )}
        {!target && (
          <Switch
            label="What it is about"
            ways={KINDS}
            chosen={typed.kind}
            onChoose={(kind) => {
              change.clear();
              draft.set({ ...typed, kind });
            }}
          />
        )}
        {target?.approved && (
          <p className="soft small">
            It was approved with the plan. Who decides on plans changes what it aims at; everybody else takes
            the plan back to target setting first.
            {typed.kind === 'measure' && ' The way there can be changed as it goes.'}
          </p>
        )}
        {typed.kind === 'milestone' ? (
          <>
            <Field
              label="Milestone"
              hint="What will be there, so that a checkpoint can say whether it is"
              wrong={change.problem?.at('/milestone')}
            >
              <textarea
                rows={2}
                value={typed.milestone}
                onChange={(event) => draft.set({ ...typed, milestone: event.target.value })}
              />
            </Field>
            <Field label="Due on" wrong={change.problem?.at('/dueDate')}>
              <input
                type="date"
                value={typed.dueDate}
                onChange={(event) => draft.set({ ...typed, dueDate: event.target.value })}
              />
            </Field>
          </>
        ) : (
          <MeasureFields
            school={school}
            typed={typed}
            problem={change.problem}
            onChange={(next) => draft.set({ ...typed, ...next })}
          />
        )}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {change.busy ? 'Saving …' : stale ? 'Save mine' : 'Save'}
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
          {target && (
            <button className="button danger apart" type="button" onClick={() => setRemoving(true)}>
              Delete
            </button>
          )}
        </div>
      </form>
      {target && removing && (
        <Confirm
          title="Delete this target?"
          action="Delete the target"
          work={() => remove(target)}
          onClose={() => setRemoving(false)}
        >
          {nameOf(target)}. It goes with its notes
          {isMilestone(target) ? '' : ' and its way; the outcomes stay'}.
        </Confirm>
      )}
    </Dialog>
  );
}

function made(id: string, typed: Typed & { once: string }): Promise<unknown> {
  const headers = { 'Idempotency-Key': typed.once };
  return typed.kind === 'milestone'
    ? answered(milestoneResourceCreate({ path: { id }, headers, body: milestoneOf(typed) }))
    : answered(targetResourceCreate({ path: { id }, headers, body: bodyOf(typed) }));
}

function saved(id: string, typed: Typed, version: number | undefined): Promise<unknown> {
  const headers = { 'If-Match': `"${version}"` };
  return typed.kind === 'milestone'
    ? answered(milestoneResourceChange({ path: { id }, headers, body: milestoneOf(typed) }))
    : answered(targetResourceChange({ path: { id }, headers, body: bodyOf(typed) }));
}

function removed(gone: Target | Milestone): Promise<unknown> {
  const asked = { path: { id: gone.id }, headers: { 'If-Match': `"${gone.version}"` } };
  return answered(isMilestone(gone) ? milestoneResourceDelete(asked) : targetResourceDelete(asked));
}
