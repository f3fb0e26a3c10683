import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { checkpointResourceList, expertEvidenceResourceShow } from '../api/sdk.gen';
import type { Expert, ExpertEvidenceKind } from '../api/types.gen';
import { useMe } from '../app/me';
import { useMeasures } from '../outcome/measures';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';

const KINDS: [ExpertEvidenceKind, string][] = [
  ['note', 'A note'],
  ['checkpoint', 'A signed checkpoint at which you were'],
  ['measure', 'A measure of your school'],
];

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, expertId: string): string {
  return `${person} evidence of profile ${expertId}`;
}

/** The signed checkpoints that somebody sees, the newest first. */
function useSigned(wanted: boolean) {
  return useQuery({
    queryKey: ['checkpoints', { status: 'signed-off', pageSize: 200 }],
    queryFn: () => answered(checkpointResourceList({ query: { status: 'signed-off', pageSize: 200 } })),
    enabled: wanted,
  });
}

/** Something that a profile points at. */
export function EvidenceForm({ expert, onClose }: { expert: Expert; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const measures = useMeasures();
  const draft = useDraft(draftOf(useMe().id, expert.id), {
    kind: 'note' as ExpertEvidenceKind,
    reference: '',
    label: '',
  });
  const { typed } = draft;
  const signed = useSigned(typed.kind === 'checkpoint');
  const options: [string, string][] =
    typed.kind === 'measure'
      ? (measures.data?.results ?? []).map(({ code, label }) => [code, label])
      : (signed.data?.results ?? []).map(({ id, title, typeLabel, heldOn, schoolName }) => [
          id,
          [title ?? typeLabel, heldOn && day(heldOn), schoolName].filter(Boolean).join(', '),
        ]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { kind, reference, label } = typed;
    change.run(async () => {
      await answered(
        expertEvidenceResourceShow({
          path: { id: expert.id },
          body: {
            kind,
            reference: kind === 'note' ? undefined : reference || undefined,
            label: label || undefined,
          },
        }),
      );
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title="Add evidence" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={change.problem} />
        <Choice
          label="What it is"
          options={KINDS}
          chosen={typed.kind}
          onChoose={(kind) => draft.set({ ...typed, kind, reference: '' })}
        />
        {typed.kind !== 'note' && (
          <Field
            label={typed.kind === 'measure' ? 'Measure' : 'Checkpoint'}
            wrong={change.problem?.at('/reference')}
          >
            <select
              value={typed.reference}
              onChange={(event) => draft.set({ ...typed, reference: event.target.value })}
            >
              <option value="">Choose</option>
              {options.map(([value, said]) => (
                <option key={value} value={value}>
                  {said}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field
          label="What it shows"
          hint={
            typed.kind === 'note'
              ? 'Everybody who works with the directory reads it; name no child'
              : 'Empty: its own name. Give no figure of five pupils or fewer'
          }
          wrong={change.problem?.at('/label')}
        >
          <input
            value={typed.label}
            onChange={(event) => draft.set({ ...typed, label: event.target.value })}
            maxLength={300}
          />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Add
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
