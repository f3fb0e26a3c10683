import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { agendaResourceMinute } from '../api/sdk.gen';
import type { AgendaItem, Meeting } from '../api/types.gen';
import { useMe } from '../app/me';
import { useDraft } from '../ui/draft';
import { hasDraft } from '../ui/drafts';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';
import { useMembers } from './useCommittees';

interface Props {
  item: AgendaItem;
  meeting: Meeting;
}

/** Writes the minutes of an item, and who declared an interest in it. What is typed is kept until it is saved. */
export function MinuteItem({ item, meeting }: Props) {
  const key = `${useMe().id} minutes of ${item.id}`;
  const [open, setOpen] = useState(() => hasDraft(key));
  return open ? (
    <Form item={item} meeting={meeting} draftKey={key} onClose={() => setOpen(false)} />
  ) : (
    <p className="actions">
      <button className="button" type="button" onClick={() => setOpen(true)}>
        {item.minuted ? 'Change the minutes' : 'Write the minutes'}
        <span className="visually-hidden">: {item.title}</span>
      </button>
    </p>
  );
}

function Form({ item, meeting, draftKey, onClose }: Props & { draftKey: string; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const members = useMembers(meeting.committeeId);
  const draft = useDraft(draftKey, { minuted: item.minuted ?? '', conflicted: item.conflicted });
  const { minuted, conflicted } = draft.typed;
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        agendaResourceMinute({
          path: { id: item.id },
          headers: { 'If-Match': `"${item.version}"` },
          body: { minuted: minuted || null, conflicted },
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
    <form className="form" onSubmit={send} noValidate aria-label={`Minutes: ${item.title}`}>
      <Resumed draft={draft} />
      <FormProblem problem={change.problem} />
      <Field label="Minutes" wrong={change.problem?.at('/minuted')}>
        <textarea
          rows={4}
          maxLength={20000}
          value={minuted}
          onChange={(event) => draft.set({ minuted: event.target.value, conflicted })}
        />
      </Field>
      <fieldset className="field">
        <legend>Declared an interest in this item</legend>
        {members.data?.results
          .filter(
            ({ role, from, until }) =>
              role !== 'clerk' && from <= meeting.day && (!until || until > meeting.day),
          )
          .map(({ personId, name }) => (
            <label className="check" key={personId}>
              <input
                type="checkbox"
                checked={conflicted.includes(personId)}
                onChange={(event) =>
                  draft.set({
                    minuted,
                    conflicted: event.target.checked
                      ? [...conflicted, personId]
                      : conflicted.filter((other) => other !== personId),
                  })
                }
              />
              {name}
            </label>
          ))}
      </fieldset>
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={change.busy}>
          Save the minutes
        </button>
        <button className="button" type="button" onClick={giveUp}>
          Cancel
        </button>
      </div>
    </form>
  );
}
