import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { adjustmentResourceChange, adjustmentResourceCreate } from '../api/sdk.gen';
import type { Adjustment } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';

interface Props {
  priorityId: string;
  adjustment?: Adjustment;
  /** The checkpoint at which it is noticed, and what was written there. */
  checkpointId?: string;
  noticed?: string;
  onClose: () => void;
}

const LABELS = {
  noticed: 'What was noticed',
  change: 'What is changed',
  expectedEffect: 'Expected effect',
  expectedBy: 'Expected by',
  effectSeen: 'Effect seen',
};
type Typed = Record<keyof typeof LABELS, string>;
const FIELDS = Object.keys(LABELS) as (keyof Typed)[];

function typedOf(adjustment?: Adjustment): Typed {
  return {
    noticed: adjustment?.noticed ?? '',
    change: adjustment?.change ?? '',
    expectedEffect: adjustment?.expectedEffect ?? '',
    expectedBy: adjustment?.expectedBy ?? '',
    effectSeen: adjustment?.effectSeen ?? '',
  };
}

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, priorityId: string, adjustment?: Adjustment): string {
  return `${person} ${adjustment ? `adjustment ${adjustment.id}` : `adjustment of ${priorityId}`}`;
}

/** A small improvement to begin or to change. */
export function AdjustmentForm({ priorityId, adjustment, checkpointId, noticed, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(draftOf(useMe().id, priorityId, adjustment), {
    ...typedOf(adjustment),
    ...(noticed && { noticed }),
    version: adjustment?.version,
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const stale = change.problem?.status === 412 ? (change.problem.members.current as Adjustment) : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { noticed, change: changed, expectedEffect, expectedBy, effectSeen } = typed;
    const body = { noticed, change: changed, expectedEffect, expectedBy };
    change.run(async () => {
      if (adjustment) {
        await answered(
          adjustmentResourceChange({
            path: { id: adjustment.id },
            headers: { 'If-Match': `"${stale ? stale.version : typed.version}"` },
            body: { ...body, effectSeen: effectSeen || null },
          }),
        );
      } else {
        await answered(
          adjustmentResourceCreate({
            path: { id: priorityId },
            headers: { 'Idempotency-Key': typed.once },
            body: { ...body, checkpointId },
          }),
        );
      }
      draft.drop();
      await queries.invalidateQueries({ queryKey: ['adjustments'] });
      onClose();
    });
  };
  const area = (field: keyof Typed, hint?: string) => (
    <Field label={LABELS[field]} hint={hint} wrong={change.problem?.at(`/${field}`)}>
      <textarea
        rows={2}
        maxLength={2000}
        value={typed[field]}
        onChange={(event) => draft.set({ ...typed, [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <Dialog title={adjustment ? 'Edit the small improvement' : 'Begin a small improvement'} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        {stale ? (
          <Stale
            rows={FIELDS.map((field) => ({
              field,
              label: LABELS[field],
              theirs: typedOf(stale)[field],
              mine: typed[field],
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
        {area('noticed')}
        {area('change', 'One small thing that is done differently')}
        {area('expectedEffect')}
        <Field label={LABELS.expectedBy} wrong={change.problem?.at('/expectedBy')}>
          <input
            type="date"
            value={typed.expectedBy}
            onChange={(event) => draft.set({ ...typed, expectedBy: event.target.value })}
          />
        </Field>
        {adjustment && area('effectSeen')}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {stale ? 'Save mine' : 'Save'}
          </button>
          <button
            className="button"
            type="button"
            onClick={() => {
              draft.drop();
              onClose();
            }}
          >
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
