import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { commentResourceCreate } from '../api/sdk.gen';
import type { Colleague } from '../api/types.gen';
import { useMe } from '../app/me';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';
import { MentionField } from './MentionField';
import type { Subject } from './useComments';

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, subjectId: string): string {
  return `${person} comment on ${subjectId}`;
}

/** Says something about a thing, and to whom in particular. */
export function CommentForm({ subject }: { subject: Subject }) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(draftOf(useMe().id, subject.id), { text: '', mentions: [] as Colleague[] });
  const { text, mentions } = draft.typed;
  const say = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (once) => {
      await answered(
        commentResourceCreate({
          headers: { 'Idempotency-Key': once },
          body: {
            subjectKind: subject.kind,
            subjectId: subject.id,
            text,
            mentions: mentions.map(({ id }) => id),
          },
        }),
      );
      draft.restart();
      await queries.invalidateQueries();
    });
  };
  return (
    <form className="form" onSubmit={say} noValidate>
      <Resumed draft={draft} />
      <FormProblem problem={change.problem} />
      <Field
        label="Comment"
        hint="With your name and the time; you can withdraw it, and not change it"
        wrong={change.problem?.at('/text')}
      >
        <textarea
          rows={2}
          value={text}
          maxLength={5000}
          onChange={(event) => draft.set({ ...draft.typed, text: event.target.value })}
        />
      </Field>
      <MentionField
        school={subject.school}
        mentioned={mentions}
        wrong={change.problem?.at('/mentions')}
        onMention={(people) => draft.set({ ...draft.typed, mentions: people })}
      />
      <p className="actions">
        <button className="button" type="submit" aria-disabled={change.busy}>
          {change.busy ? 'Sending …' : 'Comment'}
        </button>
      </p>
    </form>
  );
}
