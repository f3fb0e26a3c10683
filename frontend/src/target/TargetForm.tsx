import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { targetResourceChange, targetResourceCreate, targetResourceDelete } from '../api/sdk.gen';
import type { Target } from '../api/types.gen';
import { useMe } from '../app/me';
import { COHORTS, cohortLabel } from '../outcome/cohorts';
import { GROUPS } from '../outcome/groups';
import { unitInWords, useMeasures } from '../outcome/measures';
import { Confirm } from '../ui/Confirm';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { academicYearOf } from '../ui/format';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';
import { pupilsOf } from './status';
import { Trajectory } from './Trajectory';
import { bodyOf, inWords, type Typed, typedOf } from './typed';

interface Props {
  priorityId: string;
  target?: Target;
  onClose: () => void;
  /** Where to go when the target is not there any more. */
  onDeleted?: () => void;
}

const LABELS: [keyof Typed, string][] = [
  ['measureCode', 'Measure'],
  ['pupilGroup', 'Pupils'],
  ['cohort', 'Year group'],
  ['baselineValue', 'Baseline'],
  ['baselineDate', 'Baseline on'],
  ['targetValue', 'Target'],
  ['dueDate', 'Due on'],
  ['trajectory', 'On the way'],
  ['narrative', 'Narrative'],
];

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, priorityId: string, target?: Target): string {
  return `${person} ${target ? `target ${target.id}` : `target of ${priorityId}`}`;
}

/** A target to set or to change. Nobody types its status: that follows from the outcomes. */
export function TargetForm({ priorityId, target, onClose, onDeleted }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(draftOf(useMe().id, priorityId, target), {
    ...typedOf(target),
    version: target?.version,
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const measures = useMeasures();
  const stale = change.problem?.status === 412 ? (change.problem.members.current as Target) : null;
  const set = (field: keyof Typed) => (event: { target: { value: string } }) =>
    draft.set({ ...typed, [field]: event.target.value });
  const wrong = (path: string) => change.problem?.at(path);
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      const body = bodyOf(typed);
      if (target) {
        await answered(
          targetResourceChange({
            path: { id: target.id },
            headers: { 'If-Match': `"${stale ? stale.version : typed.version}"` },
            body: { ...body, narrative: body.narrative ?? null },
          }),
        );
      } else {
        await answered(
          targetResourceCreate({
            path: { id: priorityId },
            headers: { 'Idempotency-Key': typed.once },
            body,
          }),
        );
      }
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  const giveUp = () => {
    draft.drop();
    onClose();
  };
  const [removing, setRemoving] = useState(false);
  const unit = unitInWords(measures.data?.results.find((measure) => measure.code === typed.measureCode));
  const remove = async ({ id, version }: Target) => {
    await answered(targetResourceDelete({ path: { id }, headers: { 'If-Match': `"${version}"` } }));
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
            rows={LABELS.map(([field, label]) => ({
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
        <Field label="Measure" wrong={wrong('/measureCode')}>
          <select value={typed.measureCode} onChange={set('measureCode')}>
            {(measures.data?.results ?? []).map((measure) => (
              <option key={measure.code} value={measure.code}>
                {measure.label}
              </option>
            ))}
          </select>
        </Field>
        <div className="row">
          <Field label="Pupils" wrong={wrong('/pupilGroup')}>
            <select value={typed.pupilGroup} onChange={set('pupilGroup')}>
              {Object.entries(GROUPS).map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          </Field>
          <Field label="Year group" wrong={wrong('/cohort')}>
            <select value={typed.cohort} onChange={set('cohort')}>
              {COHORTS.map((cohort) => (
                <option key={cohort} value={cohort}>
                  {cohortLabel(cohort)}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <div className="row">
          <Field label="Baseline" hint={unit} wrong={wrong('/baselineValue')}>
            <input inputMode="decimal" value={typed.baselineValue} onChange={set('baselineValue')} />
          </Field>
          <Field label="Baseline on" wrong={wrong('/baselineDate')}>
            <input type="date" value={typed.baselineDate} onChange={set('baselineDate')} />
          </Field>
        </div>
        <div className="row">
          <Field label="Target" hint={unit} wrong={wrong('/targetValue')}>
            <input inputMode="decimal" value={typed.targetValue} onChange={set('targetValue')} />
          </Field>
          <Field
            label="Due on"
            hint={typed.dueDate ? `Result of summer ${academicYearOf(new Date(typed.dueDate))}` : undefined}
            wrong={wrong('/dueDate')}
          >
            <input type="date" value={typed.dueDate} onChange={set('dueDate')} />
          </Field>
        </div>
        <Trajectory
          points={typed.trajectory}
          problem={change.problem}
          onChange={(trajectory) => draft.set({ ...typed, trajectory })}
        />
        <Field
          label="Narrative"
          hint="What people should know; it does not change the status"
          wrong={wrong('/narrative')}
        >
          <textarea rows={2} value={typed.narrative} onChange={set('narrative')} />
        </Field>
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
          {target.measureLabel}, {pupilsOf(target)}. It goes with its way and its narrative; the outcomes
          stay.
        </Confirm>
      )}
    </Dialog>
  );
}
