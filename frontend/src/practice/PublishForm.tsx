import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { goodPracticeResourcePublish } from '../api/sdk.gen';
import type { Evaluation, Priority } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { FormProblem } from '../ui/Field';
import { present } from '../ui/present';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';
import { bodyOf, typedOf } from './fields';
import { PracticeFields } from './PracticeFields';

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
    ...typedOf(),
    title: priority.title,
    what: evaluation.whatWorked ?? '',
    area: priority.area ?? '',
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const publish = (event: FormEvent) => {
    event.preventDefault();
    const { title, what, impact, once } = typed;
    change.run(async () => {
      const { id } = await answered(
        goodPracticeResourcePublish({
          path: { id: evaluation.id },
          headers: { 'Idempotency-Key': once },
          body: { ...present(bodyOf(typed)), title, what, impact },
        }),
      );
      draft.drop();
      await queries.invalidateQueries({ queryKey: ['good-practice'] });
      await navigate({ to: '/good-practice/$id', params: { id } });
    });
  };
  return (
    <Dialog title="Publish as good practice" onClose={onClose}>
      <form className="form" onSubmit={publish} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={change.problem} />
        <PracticeFields
          school={priority.schoolUrn}
          typed={typed}
          problem={change.problem}
          onTyped={(next) => draft.set({ ...typed, ...next })}
        />
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
