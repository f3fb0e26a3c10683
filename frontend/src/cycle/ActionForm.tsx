import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { actionResourceChange, actionResourceCreate } from '../api/sdk.gen';
import type { Action, CarryForward } from '../api/types.gen';
import { useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { present } from '../ui/present';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';
import { isOpen } from './actions';
import { EndAction } from './EndAction';
import { LeadField } from './LeadField';
import { useLeads } from './useLeads';

interface Props {
  priorityId: string;
  school: number | undefined;
  action?: Action;
  onClose: () => void;
}

interface Typed {
  title: string;
  leadPersonId: string;
  leadRole: string;
  startsOn: string;
  dueOn: string;
  successCriterion: string;
  cost: string;
  carryForward: CarryForward | '';
}

const LABELS: [keyof Typed, string][] = [
  ['title', 'What is done'],
  ['leadPersonId', 'Led by'],
  ['leadRole', 'Lead'],
  ['startsOn', 'From'],
  ['dueOn', 'Due'],
  ['successCriterion', 'Success criterion'],
  ['cost', 'Cost'],
  ['carryForward', 'When the cycle closes'],
];

const DECISIONS: [CarryForward | '', string][] = [
  ['', 'Not decided yet'],
  ['carry-forward', 'Carry it forward'],
  ['drop', 'Drop it'],
];

function typedOf(action?: Action): Typed {
  return {
    title: action?.title ?? '',
    leadPersonId: action?.leadPersonId ?? '',
    leadRole: action?.leadRole ?? '',
    startsOn: action?.startsOn ?? '',
    dueOn: action?.dueOn ?? '',
    successCriterion: action?.successCriterion ?? '',
    cost: action?.cost == null ? '' : String(action.cost),
    carryForward: action?.carryForward ?? '',
  };
}

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, priorityId: string, action?: Action): string {
  return `${person} ${action ? `action ${action.id}` : `action of ${priorityId}`}`;
}

/** An action to plan or to change. */
export function ActionForm({ priorityId, school, action, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const [ending, setEnding] = useState(false);
  const leads = useLeads(school);
  const draft = useDraft(draftOf(useMe().id, priorityId, action), {
    ...typedOf(action),
    version: action?.version,
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const stale = change.problem?.status === 412 ? (change.problem.members.current as Action) : null;
  const set = (field: keyof Typed) => (event: { target: { value: string } }) =>
    draft.set({ ...typed, [field]: event.target.value });
  const shown = (from: Typed, field: keyof Typed) =>
    field === 'leadPersonId'
      ? (leads.data?.results.find(({ id }) => id === from.leadPersonId)?.name ??
        (from.leadPersonId && (action?.leadName ?? '')))
      : from[field];
  const save = (event: FormEvent) => {
    event.preventDefault();
    const cost = typed.cost.replace(/[£,\s]/g, '');
    const body = {
      title: typed.title,
      leadPersonId: typed.leadPersonId || null,
      leadRole: typed.leadRole || null,
      startsOn: typed.startsOn || null,
      dueOn: typed.dueOn || null,
      successCriterion: typed.successCriterion || null,
      // What is no number is sent as it was typed, so that the answer says so.
      cost:
        cost === '' ? null : Number.isNaN(Number(cost)) ? (typed.cost as unknown as number) : Number(cost),
      carryForward: typed.carryForward || null,
    };
    change.run(async () => {
      if (action) {
        await answered(
          actionResourceChange({
            path: { id: action.id },
            headers: { 'If-Match': `"${stale ? stale.version : typed.version}"` },
            body,
          }),
        );
      } else {
        await answered(
          actionResourceCreate({
            path: { id: priorityId },
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
    <Dialog title={action ? 'Edit the action' : 'Add an action'} onClose={onClose}>
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
        <Field label="What is done" wrong={change.problem?.at('/title')}>
          <input value={typed.title} onChange={set('title')} maxLength={200} required />
        </Field>
        <LeadField
          school={school}
          lead={typed}
          name={action?.leadName ?? undefined}
          problem={change.problem}
          onLead={(lead) => draft.set({ ...typed, ...lead })}
        />
        <div className="row">
          <Field label="From" wrong={change.problem?.at('/startsOn')}>
            <input type="date" value={typed.startsOn} onChange={set('startsOn')} />
          </Field>
          <Field label="Due" wrong={change.problem?.at('/dueOn')}>
            <input type="date" value={typed.dueOn} onChange={set('dueOn')} />
          </Field>
          <Field label="Cost" hint="In pounds, if it costs something" wrong={change.problem?.at('/cost')}>
            <input inputMode="decimal" value={typed.cost} onChange={set('cost')} maxLength={15} />
          </Field>
        </div>
        <Field
          label="Success criterion"
          hint="By what you will see that it has worked"
          wrong={change.problem?.at('/successCriterion')}
        >
          <textarea
            rows={2}
            value={typed.successCriterion}
            onChange={set('successCriterion')}
            maxLength={2000}
          />
        </Field>
        {action && isOpen(action) && (
          <Choice
            label="If it is still open when the cycle closes"
            options={DECISIONS}
            chosen={typed.carryForward}
            onChoose={(carryForward) => draft.set({ ...typed, carryForward })}
          />
        )}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {stale ? 'Save mine' : 'Save'}
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
          {action && isOpen(action) && (
            <button className="button danger apart" type="button" onClick={() => setEnding(true)}>
              {action.updates > 0 ? 'End' : 'Delete'}
            </button>
          )}
        </div>
      </form>
      {ending && action && <EndAction action={action} onClose={() => setEnding(false)} onEnded={giveUp} />}
    </Dialog>
  );
}
