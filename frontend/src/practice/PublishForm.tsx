import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { goodPracticeResourcePublish } from '../api/sdk.gen';
import type { Evaluation, Priority } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';

interface Props {
  priority: Priority;
  evaluation: Evaluation;
  onClose: () => void;
}

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, evaluationId: string): string {
  return `${person} good practice of ${evaluationId}`;
}

/** What a school tells the others of a success, beginning with the words of its evaluation. */
export function PublishForm({ priority, evaluation, onClose }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const draft = useDraft(draftOf(useMe().id, evaluation.id), {
    title: priority.title,
    what: evaluation.whatWorked ?? '',
    impact: '',
    area: priority.area ?? '',
    context: '',
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    draft.set({ ...typed, [field]: event.target.value });
  const publish = (event: FormEvent) => {
    event.preventDefault();
    const { title, what, impact, area, context, once } = typed;
    change.run(async () => {
      await answered(
        goodPracticeResourcePublish({
          path: { id: evaluation.id },
          headers: { 'Idempotency-Key': once },
          body: { title, what, impact, area: area || undefined, context: context || undefined },
        }),
      );
      draft.drop();
      await queries.invalidateQueries({ queryKey: ['good-practice'] });
      await navigate({ to: '/good-practice' });
    });
  };
  return (
    <Dialog title="Publish as good practice" onClose={onClose}>
      <form className="form" onSubmit={publish} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={change.problem} />
        <p className="notice warn">
          ▲ Every school of the trust can read this. Name no child, and give no figure of five pupils or
          fewer.
        </p>
        <Field label="Title" wrong={change.problem?.at('/title')}>
          <input value={typed.title} onChange={set('title')} maxLength={200} required />
        </Field>
        <Field label="What is done" wrong={change.problem?.at('/what')}>
          <textarea rows={4} value={typed.what} onChange={set('what')} maxLength={5000} required />
        </Field>
        <Field label="What came of it" wrong={change.problem?.at('/impact')}>
          <textarea rows={3} value={typed.impact} onChange={set('impact')} maxLength={5000} required />
        </Field>
        <Field label="Area" hint="Part of the school’s work" wrong={change.problem?.at('/area')}>
          <input value={typed.area} onChange={set('area')} maxLength={100} />
        </Field>
        <Field
          label="Where it worked"
          hint="What kind of school or class, so that others see whether it is like theirs"
          wrong={change.problem?.at('/context')}
        >
          <textarea rows={2} value={typed.context} onChange={set('context')} maxLength={2000} />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Publish
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
