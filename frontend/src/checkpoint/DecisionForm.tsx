import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { adjustmentResourceDecide } from '../api/sdk.gen';
import type { Adjustment } from '../api/types.gen';
import { useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

type Decided = 'kept' | 'dropped';

/** Whether a small improvement is kept or dropped, and why. */
export function DecisionForm({ adjustment, onClose }: { adjustment: Adjustment; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(`${useMe().id} decision on ${adjustment.id}`, {
    status: 'kept' as Decided,
    effectSeen: adjustment.effectSeen ?? '',
    reason: '',
  });
  const { typed } = draft;
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        adjustmentResourceDecide({
          path: { id: adjustment.id },
          headers: { 'If-Match': `"${adjustment.version}"` },
          body: { status: typed.status, reason: typed.reason, effectSeen: typed.effectSeen || undefined },
        }),
      );
      draft.drop();
      await queries.invalidateQueries({ queryKey: ['adjustments'] });
      onClose();
    });
  };
  return (
    <Dialog title="Keep or drop it" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <FormProblem problem={change.problem} />
        <p className="line">{adjustment.change}</p>
        <Choice
          label="Decision"
          options={[
            ['kept', 'Keep it'],
            ['dropped', 'Drop it'],
          ]}
          chosen={typed.status}
          onChoose={(status: Decided) => draft.set({ ...typed, status })}
        />
        <Field
          label="Effect seen"
          hint={`Expected was: ${adjustment.expectedEffect}`}
          wrong={change.problem?.at('/effectSeen')}
        >
          <textarea
            rows={2}
            maxLength={2000}
            value={typed.effectSeen}
            onChange={(event) => draft.set({ ...typed, effectSeen: event.target.value })}
          />
        </Field>
        <Field label="Reason" hint="It is recorded, and final" wrong={change.problem?.at('/reason')}>
          <textarea
            rows={2}
            maxLength={2000}
            value={typed.reason}
            onChange={(event) => draft.set({ ...typed, reason: event.target.value })}
          />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Decide
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
