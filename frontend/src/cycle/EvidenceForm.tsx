import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { priorityResourceAddEvidence } from '../api/sdk.gen';
import type { NewEvidence } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { useConcerns } from '../concern/useConcerns';
import { nameOf } from '../concern/words';
import { useInspections } from '../inspection/useInspections';
import { useIndicators } from '../need/useNeed';
import { useMeasures } from '../outcome/measures';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';

interface Props {
  priorityId: string;
  /** The school whose inspections can be pointed at. */
  school: number | undefined;
  onClose: () => void;
}

interface Typed {
  kind: NewEvidence['kind'];
  reference: string;
  label: string;
  /** Sent as its key: what is sent twice is added once. */
  once: string;
}

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, priorityId: string): string {
  return `${person} evidence of ${priorityId}`;
}

/** Evidence to add to a priority: a measure, an indicator of need, an inspection, a concern, a page, or a note. */
export function EvidenceForm({ priorityId, school, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const me = useMe();
  const draft = useDraft<Typed>(draftOf(me.id, priorityId), {
    kind: 'outcome',
    reference: 'KS2_RWM_EXP',
    label: '',
    once: crypto.randomUUID(),
  });
  const { kind, reference, label, once } = draft.typed;
  const set = (next: Partial<Typed>) => draft.set({ ...draft.typed, ...next });
  const measures = useMeasures();
  const indicators = useIndicators();
  const inspections = useInspections(school, kind === 'inspection');
  const concerns = useConcerns({ schoolUrn: school, open: true, pageSize: 200 }, kind === 'concern');
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        priorityResourceAddEvidence({
          path: { id: priorityId },
          headers: { 'Idempotency-Key': once },
          body: {
            kind,
            label: kind === 'concern' ? 'Concern' : label,
            ...(kind === 'note' ? {} : { reference }),
          },
        }),
      );
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  const giveUp = () => {
    draft.drop();
    onClose();
  };
  return (
    <Dialog title="Add evidence" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={change.problem} />
        <Field label="Kind">
          <select
            value={kind}
            onChange={(event) =>
              set({
                kind: event.target.value as NewEvidence['kind'],
                reference: event.target.value === 'outcome' ? 'KS2_RWM_EXP' : '',
              })
            }
          >
            <option value="outcome">A measure</option>
            <option value="need">An indicator of need</option>
            {school !== undefined && <option value="inspection">An inspection</option>}
            {may(me, 'concerns:read', school) && <option value="concern">A concern</option>}
            <option value="url">A web page</option>
            <option value="note">A note</option>
          </select>
        </Field>
        {kind === 'outcome' && (
          <Field label="Measure" wrong={change.problem?.at('/reference')}>
            <select value={reference} onChange={(event) => set({ reference: event.target.value })}>
              {measures.data?.results.map((measure) => (
                <option key={measure.code} value={measure.code}>
                  {measure.label}
                </option>
              ))}
            </select>
          </Field>
        )}
        {kind === 'need' && (
          <Field label="Indicator" wrong={change.problem?.at('/reference')}>
            <select value={reference} onChange={(event) => set({ reference: event.target.value })}>
              <option value="">Choose one</option>
              {indicators.data?.results.map(({ code, label: name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        {kind === 'inspection' && (
          <Field label="Inspection" wrong={change.problem?.at('/reference')}>
            <select value={reference} onChange={(event) => set({ reference: event.target.value })}>
              <option value="">Choose one</option>
              {inspections.data?.results.map((inspection) => (
                <option key={inspection.id} value={inspection.id}>
                  {day(inspection.startDate)}, {inspection.inspectionTypeLabel}
                </option>
              ))}
            </select>
          </Field>
        )}
        {kind === 'concern' && (
          <Field
            label="Concern"
            hint="The plan names what it is about and when it was raised, none of its words"
            wrong={change.problem?.at('/reference')}
          >
            <select value={reference} onChange={(event) => set({ reference: event.target.value })}>
              <option value="">Choose one</option>
              {concerns.data?.results
                .filter(({ restricted }) => !restricted)
                .map((concern) => (
                  <option key={concern.id} value={concern.id}>
                    {nameOf(concern)} ({concern.reference})
                  </option>
                ))}
            </select>
          </Field>
        )}
        {kind === 'url' && (
          <Field label="Address" wrong={change.problem?.at('/reference')}>
            <input
              type="url"
              value={reference}
              onChange={(event) => set({ reference: event.target.value })}
            />
          </Field>
        )}
        {kind !== 'concern' && (
          <Field label="What it shows" wrong={change.problem?.at('/label')}>
            <input
              value={label}
              onChange={(event) => set({ label: event.target.value })}
              maxLength={500}
              required
            />
          </Field>
        )}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Add
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
