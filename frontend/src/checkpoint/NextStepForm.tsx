import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { nextStepResourceAgree } from '../api/sdk.gen';
import type { Checkpoint } from '../api/types.gen';
import { useMe } from '../app/me';
import { LeadField } from '../cycle/LeadField';
import { planKey } from '../cycle/usePlan';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';

interface Props {
  checkpoint: Checkpoint;
  priorityId: string;
  /** What was written there, to begin with. */
  noted: string;
  onClose: () => void;
}

const LONGEST = 200;

/** A next step that is agreed: an action of the plan from then on. */
export function NextStepForm({ checkpoint, priorityId, noted, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(`${useMe().id} next step of ${checkpoint.id} ${priorityId}`, {
    title: noted.length > LONGEST ? '' : noted,
    leadPersonId: '',
    leadRole: '',
    dueOn: checkpoint.nextOn ?? '',
  });
  const { typed } = draft;
  const giveUp = () => {
    draft.drop();
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (key) => {
      await answered(
        nextStepResourceAgree({
          path: { id: checkpoint.id },
          headers: { 'Idempotency-Key': key },
          body: {
            priorityId,
            title: typed.title,
            leadPersonId: typed.leadPersonId || undefined,
            leadRole: typed.leadRole || undefined,
            dueOn: typed.dueOn || undefined,
          },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['checkpoint', checkpoint.id] });
      await queries.invalidateQueries({ queryKey: planKey(checkpoint.cycleId) });
      giveUp();
    });
  };
  return (
    <Dialog title="Agree on a next step" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={change.problem} />
        <Field
          label="What is done"
          hint="It becomes an action of the plan at once"
          wrong={change.problem?.at('/title')}
        >
          <input
            value={typed.title}
            maxLength={LONGEST}
            required
            onChange={(event) => draft.set({ ...typed, title: event.target.value })}
          />
        </Field>
        <LeadField
          school={checkpoint.schoolUrn ?? undefined}
          lead={typed}
          name={undefined}
          problem={change.problem}
          onLead={(lead) => draft.set({ ...typed, ...lead })}
        />
        <Field label="Due" wrong={change.problem?.at('/dueOn')}>
          <input
            type="date"
            value={typed.dueOn}
            onChange={(event) => draft.set({ ...typed, dueOn: event.target.value })}
          />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Agree
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
