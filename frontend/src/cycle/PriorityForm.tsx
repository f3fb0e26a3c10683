import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { priorityResourceChange, priorityResourceCreate } from '../api/sdk.gen';
import type { Priority } from '../api/types.gen';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';

interface Props {
  cycleId: string;
  priority?: Priority;
  onClose: () => void;
}

interface Typed {
  title: string;
  area: string;
  rationale: string;
  leadRole: string;
}

const LABELS: [keyof Typed, string][] = [
  ['title', 'Title'],
  ['area', 'Area'],
  ['rationale', 'Rationale'],
  ['leadRole', 'Lead'],
];

function typedOf(priority?: Priority): Typed {
  return {
    title: priority?.title ?? '',
    area: priority?.area ?? '',
    rationale: priority?.rationale ?? '',
    leadRole: priority?.leadRole ?? '',
  };
}

/** A priority to add or to change. */
export function PriorityForm({ cycleId, priority, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const [typed, setTyped] = useState<Typed>(typedOf(priority));
  const [version, setVersion] = useState(priority?.version);
  const stale = change.problem?.status === 412 ? (change.problem.members.current as Priority) : null;
  const set = (field: keyof Typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      title: typed.title,
      area: typed.area || null,
      rationale: typed.rationale || null,
      leadRole: typed.leadRole || null,
    };
    change.run(async () => {
      if (priority) {
        await answered(
          priorityResourceChange({
            path: { id: priority.id },
            headers: { 'If-Match': `"${stale ? stale.version : version}"` },
            body,
          }),
        );
      } else {
        await answered(
          priorityResourceCreate({
            path: { id: cycleId },
            body: {
              title: typed.title,
              area: typed.area || undefined,
              rationale: typed.rationale || undefined,
              leadRole: typed.leadRole || undefined,
            },
          }),
        );
      }
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title={priority ? 'Edit the priority' : 'Add a priority'} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        {stale ? (
          <Stale
            rows={LABELS.map(([field, label]) => ({
              label,
              theirs: typedOf(stale)[field],
              mine: typed[field],
            }))}
            onTakeTheirs={() => {
              setTyped(typedOf(stale));
              setVersion(stale.version);
              change.clear();
            }}
          />
        ) : (
          <FormProblem problem={change.problem} />
        )}
        <Field label="Title" wrong={change.problem?.at('/title')}>
          <input value={typed.title} onChange={set('title')} maxLength={200} required />
        </Field>
        <Field label="Why this, and why now" wrong={change.problem?.at('/rationale')}>
          <textarea rows={4} value={typed.rationale} onChange={set('rationale')} maxLength={5000} />
        </Field>
        <div className="row">
          <Field label="Lead" hint="Who leads it, by role" wrong={change.problem?.at('/leadRole')}>
            <input value={typed.leadRole} onChange={set('leadRole')} maxLength={100} />
          </Field>
          <Field label="Area" hint="Part of the school’s work" wrong={change.problem?.at('/area')}>
            <input value={typed.area} onChange={set('area')} maxLength={100} />
          </Field>
        </div>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {stale ? 'Save mine' : 'Save'}
          </button>
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
