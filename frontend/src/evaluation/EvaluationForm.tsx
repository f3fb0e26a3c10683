import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { evaluationResourceChange, evaluationResourceCreate } from '../api/sdk.gen';
import type { Achievement, Evaluation, PriorityEvaluation } from '../api/types.gen';
import { useMe } from '../app/me';
import { useDraft } from '../ui/draft';
import { hasDraft } from '../ui/drafts';
import { Field, FormProblem } from '../ui/Field';
import { present } from '../ui/present';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';
import { When } from '../ui/When';
import { ACHIEVEMENTS, JUDGEMENTS } from './achievements';

const LABELS = {
  judgement: 'Judgement',
  whatWorked: 'What worked',
  whatDidNot: 'What did not',
  lessons: 'What to carry into the next cycle',
};
type Typed = Record<keyof typeof LABELS, string>;
const FIELDS = Object.keys(LABELS) as (keyof Typed)[];

function typedOf(evaluation?: Evaluation | null): Typed {
  return {
    judgement: evaluation?.judgement ?? '',
    whatWorked: evaluation?.whatWorked ?? '',
    whatDidNot: evaluation?.whatDidNot ?? '',
    lessons: evaluation?.lessons ?? '',
  };
}

/** A text as it stands in an answer that may be a judgement. */
function shown(typed: Typed, field: keyof Typed): string {
  return field === 'judgement'
    ? (JUDGEMENTS.find(([code]) => code === typed.judgement)?.[1] ?? '')
    : typed[field];
}

/** What people make of a priority: the judgement, and the words that it needs. */
export function EvaluationForm({ of, onSaved }: { of: PriorityEvaluation; onSaved: () => void }) {
  const { priority, evaluation, proposal } = of;
  const queries = useQueryClient();
  const change = useChange();
  const key = `${useMe().id} evaluation of ${priority.id}`;
  const draft = useDraft(key, {
    ...typedOf(evaluation),
    version: evaluation?.version,
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const [revision, setRevision] = useState(typed.version);
  const set = (next: Partial<Typed>) => draft.set({ ...typed, ...next, version: revision });
  // Somebody has changed it, or begun it, since it was read.
  const stale = (change.problem?.members.current ?? null) as Evaluation | null;
  const there = evaluation ?? stale;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      judgement: (typed.judgement || null) as Achievement | null,
      whatWorked: typed.whatWorked || null,
      whatDidNot: typed.whatDidNot || null,
      lessons: typed.lessons || null,
    };
    change.run(async () => {
      if (there) {
        await answered(
          evaluationResourceChange({
            path: { id: there.id },
            headers: { 'If-Match': `"${stale ? stale.version : revision}"` },
            body,
          }),
        );
      } else {
        await answered(
          evaluationResourceCreate({
            path: { id: priority.id },
            headers: { 'Idempotency-Key': typed.once },
            body: present(body),
          }),
        );
      }
      draft.drop();
      await queries.invalidateQueries();
      onSaved();
    });
  };
  const carry = () =>
    change.run(async (once) => {
      const carryForward = !evaluation?.carryForward;
      const answer = await answered(
        evaluation
          ? evaluationResourceChange({
              path: { id: evaluation.id },
              headers: { 'If-Match': `"${evaluation.version}"` },
              body: { carryForward },
            })
          : evaluationResourceCreate({
              path: { id: priority.id },
              headers: { 'Idempotency-Key': once },
              body: { carryForward },
            }),
      );
      // What is typed goes on with the version that this press has made, but not over what others have saved.
      if (revision === evaluation?.version) {
        setRevision(answer.version);
        if (hasDraft(key)) {
          draft.set({ ...typed, version: answer.version });
        }
      }
      await queries.invalidateQueries();
    });
  const area = (field: keyof Typed, hint: string, most = 5000) => (
    <Field label={LABELS[field]} hint={hint} wrong={change.problem?.at(`/${field}`)}>
      <textarea
        rows={4}
        maxLength={most}
        value={typed[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <form className="form" onSubmit={save} noValidate aria-label={`Evaluation: ${priority.title}`}>
      <Resumed draft={draft} />
      {stale ? (
        <Stale
          rows={FIELDS.map((field) => ({
            field,
            label: LABELS[field],
            theirs: shown(typedOf(stale), field),
            mine: shown(typed, field),
          }))}
          onTake={(field) => set({ [field]: typedOf(stale)[field] })}
          onTakeAll={() => {
            draft.set({ ...typed, ...typedOf(stale), version: stale.version });
            setRevision(stale.version);
            change.clear();
          }}
        />
      ) : (
        <FormProblem problem={change.problem} />
      )}
      <Field
        label={LABELS.judgement}
        hint="It may come later than the words"
        wrong={change.problem?.at('/judgement')}
      >
        <select value={typed.judgement} onChange={(event) => set({ judgement: event.target.value })}>
          {JUDGEMENTS.map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      {proposal && proposal.judgement !== typed.judgement && (
        <div className="notice">
          <p>
            The statuses would say <strong>{ACHIEVEMENTS[proposal.judgement].label.toLowerCase()}</strong>:{' '}
            {proposal.reason}
          </p>
          <p className="actions">
            <button className="button" type="button" onClick={() => set({ judgement: proposal.judgement })}>
              Take it
            </button>
          </p>
        </div>
      )}
      {area('whatWorked', 'A judgement needs this or what did not, in 20 characters at least')}
      {area('whatDidNot', 'And why, as far as you know')}
      {area('lessons', 'It becomes part of the rationale where the priority is carried forward', 2000)}
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={change.busy}>
          {stale ? 'Save mine' : 'Save'} <span className="visually-hidden">: {priority.title}</span>
        </button>
        <button
          className="button"
          type="button"
          aria-pressed={evaluation?.carryForward ?? false}
          aria-disabled={change.busy}
          onClick={carry}
        >
          {evaluation?.carryForward ? '✓ Carried forward' : 'Carry forward'}{' '}
          <span className="visually-hidden">the priority: {priority.title}</span>
        </button>
      </div>
      {evaluation && (
        <p className="soft small">
          {evaluation.author}, <When at={evaluation.at} />
        </p>
      )}
    </form>
  );
}
