import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { priorityResourceAddEvidence, schoolInspectionResourceList } from '../api/sdk.gen';
import type { NewEvidence } from '../api/types.gen';
import { useMeasures } from '../outcome/measures';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

interface Props {
  priorityId: string;
  /** The school whose inspections can be pointed at. */
  school: number | undefined;
  onClose: () => void;
}

/** Evidence to add to a priority: a measure, an inspection, a page, or a note. */
export function EvidenceForm({ priorityId, school, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const [kind, setKind] = useState<NewEvidence['kind']>('outcome');
  const [reference, setReference] = useState('KS2_RWM_EXP');
  const [label, setLabel] = useState('');
  const measures = useMeasures();
  const inspections = useQuery({
    queryKey: ['inspections', school],
    queryFn: () =>
      answered(schoolInspectionResourceList({ path: { urn: school ?? 0 }, query: { pageSize: 200 } })),
    enabled: kind === 'inspection' && school !== undefined,
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        priorityResourceAddEvidence({
          path: { id: priorityId },
          body: { kind, label, ...(kind === 'note' ? {} : { reference }) },
        }),
      );
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title="Add evidence" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <FormProblem problem={change.problem} />
        <Field label="Kind">
          <select
            value={kind}
            onChange={(event) => {
              setKind(event.target.value as NewEvidence['kind']);
              setReference(event.target.value === 'outcome' ? 'KS2_RWM_EXP' : '');
            }}
          >
            <option value="outcome">A measure</option>
            {school !== undefined && <option value="inspection">An inspection</option>}
            <option value="url">A page on the web</option>
            <option value="note">A note</option>
          </select>
        </Field>
        {kind === 'outcome' && (
          <Field label="Measure" wrong={change.problem?.at('/reference')}>
            <select value={reference} onChange={(event) => setReference(event.target.value)}>
              {measures.data?.results.map((measure) => (
                <option key={measure.code} value={measure.code}>
                  {measure.label}
                </option>
              ))}
            </select>
          </Field>
        )}
        {kind === 'inspection' && (
          <Field label="Inspection" wrong={change.problem?.at('/reference')}>
            <select value={reference} onChange={(event) => setReference(event.target.value)}>
              <option value="">Choose one</option>
              {inspections.data?.results.map((inspection) => (
                <option key={inspection.id} value={inspection.id}>
                  {day(inspection.startDate)}, {inspection.inspectionTypeLabel}
                </option>
              ))}
            </select>
          </Field>
        )}
        {kind === 'url' && (
          <Field label="Address" wrong={change.problem?.at('/reference')}>
            <input type="url" value={reference} onChange={(event) => setReference(event.target.value)} />
          </Field>
        )}
        <Field label="What it shows" wrong={change.problem?.at('/label')}>
          <input value={label} onChange={(event) => setLabel(event.target.value)} maxLength={500} required />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Add
          </button>
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
