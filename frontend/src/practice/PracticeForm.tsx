import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { goodPracticeResourceChange, goodPracticeResourceWrite } from '../api/sdk.gen';
import type { GoodPractice } from '../api/types.gen';
import { useMe } from '../app/me';
import { useLeads } from '../cycle/useLeads';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { FormProblem } from '../ui/Field';
import { present } from '../ui/present';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';
import { bodyOf, LABELS, type Typed, typedOf } from './fields';
import { PracticeFields } from './PracticeFields';

interface Props {
  practice?: GoodPractice;
  /** For which one can write, by URN; that of the trust has none. */
  schools: [string, string][];
  onClose: () => void;
}

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, practice?: GoodPractice): string {
  return `${person} ${practice ? `good practice ${practice.id}` : 'good practice'}`;
}

/** Good practice to write or to change. */
export function PracticeForm({ practice, schools, onClose }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const [school, setSchool] = useState(practice ? String(practice.schoolUrn ?? '') : (schools[0]?.[0] ?? ''));
  const of = school ? Number(school) : undefined;
  const leads = useLeads(of);
  const draft = useDraft(draftOf(useMe().id, practice), {
    ...typedOf(practice),
    version: practice?.version,
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const stale = change.problem?.status === 412 ? (change.problem.members.current as GoodPractice) : null;
  const shown = (from: Typed, field: keyof Typed) =>
    field === 'contactId'
      ? (leads.data?.results.find(({ id }) => id === from.contactId)?.name ??
        (from.contactId && (practice?.contact ?? '')))
      : from[field];
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(typed);
    change.run(async () => {
      if (practice) {
        await answered(
          goodPracticeResourceChange({
            path: { id: practice.id },
            headers: { 'If-Match': `"${stale ? stale.version : typed.version}"` },
            body,
          }),
        );
      } else {
        const { id } = await answered(
          goodPracticeResourceWrite({
            headers: { 'Idempotency-Key': typed.once },
            body: {
              ...present(body),
              title: typed.title,
              what: typed.what,
              impact: typed.impact,
              schoolUrn: of,
            },
          }),
        );
        await navigate({ to: '/good-practice/$id', params: { id } });
      }
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title={practice ? 'Change the entry' : 'Write good practice'} onClose={onClose}>
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
        {!practice && schools.length > 1 && (
          <Choice label="Of" options={schools} chosen={school} onChoose={setSchool} />
        )}
        <PracticeFields
          school={of}
          typed={typed}
          contact={practice?.contact}
          problem={change.problem}
          onTyped={(next) => draft.set({ ...typed, ...next })}
        />
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {practice ? 'Save' : 'Publish'}
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
