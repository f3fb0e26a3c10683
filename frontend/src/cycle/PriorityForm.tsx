import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { priorityResourceChange, priorityResourceCreate } from '../api/sdk.gen';
import type { Priority } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { present } from '../ui/present';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';
import { LeadField } from './LeadField';
import { useLeads } from './useLeads';
import { useTrustPriorities } from './useTrustPriorities';

interface Props {
  cycleId: string;
  /** Absent in the trust's cycle. */
  school: number | undefined;
  academicYear: string;
  priority?: Priority;
  onClose: () => void;
}

interface Typed {
  title: string;
  area: string;
  rationale: string;
  leadPersonId: string;
  leadRole: string;
  contributesTo: string;
}

const LABELS: [keyof Typed, string][] = [
  ['title', 'Title'],
  ['area', 'Area'],
  ['rationale', 'Rationale'],
  ['leadPersonId', 'Led by'],
  ['leadRole', 'Lead'],
  ['contributesTo', 'Contributes to'],
];

function typedOf(priority?: Priority): Typed {
  return {
    title: priority?.title ?? '',
    area: priority?.area ?? '',
    rationale: priority?.rationale ?? '',
    leadPersonId: priority?.leadPersonId ?? '',
    leadRole: priority?.leadRole ?? '',
    contributesTo: priority?.contributesTo ?? '',
  };
}

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, cycleId: string, priority?: Priority): string {
  return `${person} ${priority ? `priority ${priority.id}` : `priority of ${cycleId}`}`;
}

/** A priority to add or to change. */
export function PriorityForm({ cycleId, school, academicYear, priority, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(draftOf(useMe().id, cycleId, priority), {
    ...typedOf(priority),
    version: priority?.version,
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const leads = useLeads(school);
  const ofTrust = useTrustPriorities(academicYear, school !== undefined);
  const shown = (from: Typed, field: keyof Typed) => {
    switch (field) {
      case 'leadPersonId':
        return (
          leads.data?.results.find(({ id }) => id === from.leadPersonId)?.name ??
          (from.leadPersonId && (priority?.leadName ?? ''))
        );
      case 'contributesTo':
        return ofTrust.find(({ id }) => id === from.contributesTo)?.title ?? '';
      default:
        return from[field];
    }
  };
  const stale = change.problem?.status === 412 ? (change.problem.members.current as Priority) : null;
  const set = (field: keyof Typed) => (event: { target: { value: string } }) =>
    draft.set({ ...typed, [field]: event.target.value });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      title: typed.title,
      area: typed.area || null,
      rationale: typed.rationale || null,
      leadPersonId: typed.leadPersonId || null,
      leadRole: typed.leadRole || null,
      contributesTo: typed.contributesTo || null,
    };
    change.run(async () => {
      if (priority) {
        await answered(
          priorityResourceChange({
            path: { id: priority.id },
            headers: { 'If-Match': `"${stale ? stale.version : typed.version}"` },
            body,
          }),
        );
      } else {
        await answered(
          priorityResourceCreate({
            path: { id: cycleId },
            headers: { 'Idempotency-Key': typed.once },
            body: { ...present(body), title: typed.title },
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
  return (
    <Dialog title={priority ? 'Edit the priority' : 'Add a priority'} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        {stale ? (
          <Stale
            rows={LABELS.map(([field, label]) => ({
              field,
              label,
              theirs: shown(typedOf(stale), field),
              mine: shown(typed, field),
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
        <Field label="Title" wrong={change.problem?.at('/title')}>
          <input value={typed.title} onChange={set('title')} maxLength={200} required />
        </Field>
        <Field label="Why this, and why now" wrong={change.problem?.at('/rationale')}>
          <textarea rows={4} value={typed.rationale} onChange={set('rationale')} maxLength={5000} />
        </Field>
        <LeadField
          school={school}
          lead={typed}
          name={priority?.leadName ?? undefined}
          problem={change.problem}
          onLead={(lead) => draft.set({ ...typed, ...lead })}
        />
        <Field label="Area" hint="Part of the school’s work" wrong={change.problem?.at('/area')}>
          <input value={typed.area} onChange={set('area')} maxLength={100} />
        </Field>
        {ofTrust.length > 0 && (
          <Field
            label="Contributes to"
            hint="The priority of the trust that this one carries"
            wrong={change.problem?.at('/contributesTo')}
          >
            <select value={typed.contributesTo} onChange={set('contributesTo')}>
              <option value="">None</option>
              {ofTrust.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          </Field>
        )}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {stale ? 'Save mine' : 'Save'}
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
