import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { cloneElement, type ReactElement, useState } from 'react';
import { checkpointResourceDelete, checkpointResourceSubmit } from '../api/sdk.gen';
import type { Checkpoint } from '../api/types.gen';
import { useMe } from '../app/me';
import { useTargets } from '../target/useTargets';
import { Confirm } from '../ui/Confirm';
import { Field, FormProblem } from '../ui/Field';
import { answered, type Problem } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { AdjustmentForm } from './AdjustmentForm';
import { FocusNotes } from './FocusNotes';
import { judgementOf, looks, looksOf, narrativeOf } from './fields';
import { nameOf } from './names';
import { Saved } from './Saved';
import { Theirs } from './Theirs';
import { useTypes } from './useCheckpoints';
import { useNotes } from './useNotes';

/** The notes of a visit. They save themselves, also where there is no connection for a while. */
export function NotesForm({ checkpoint }: { checkpoint: Checkpoint }) {
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const types = useTypes();
  const notes = useNotes(me.id, checkpoint);
  const submission = useChange();
  const [deleting, setDeleting] = useState(false);
  const [improving, setImproving] = useState<string>();
  const { priorities, targets: measured, milestones } = useTargets([{ id: checkpoint.cycleId }]);
  const targets = [...measured, ...milestones];
  const { fields } = notes;
  const looked = looksOf(fields);
  const problem: Problem | null = submission.problem ?? notes.problem;
  const rest = [
    ...priorities.map(({ id }) => ({ kind: 'priority' as const, reference: id })),
    ...targets
      .filter(({ endedOn }) => !endedOn)
      .map(({ id }) => ({ kind: 'target' as const, reference: id })),
  ].filter(({ reference }) => !looked.some((one) => one.reference === reference));
  const nameOfPart = (reference: string) =>
    checkpoint.foci.find((one) => one.reference === reference)?.label ??
    nameOf(reference, priorities, targets);
  const priorityOf = (reference: string) =>
    priorities.find(({ id }) => id === reference)?.id ??
    targets.find(({ id }) => id === reference)?.priorityId;
  const improved = improving && priorityOf(improving);
  const written = (
    field: string,
    label: string,
    control: ReactElement<Record<string, unknown>>,
    hint?: string,
  ) => (
    <>
      <Field
        label={label}
        hint={hint}
        wrong={problem?.at(`/${field === 'visitor' ? 'visitorPersonId' : field}`)}
      >
        {cloneElement(control, {
          value: fields[field] ?? '',
          onChange: (event: { target: { value: string } }) => notes.set(field, event.target.value),
        })}
      </Field>
      {notes.theirs[field] !== undefined && (
        <Theirs label={label} theirs={notes.theirs[field]} onChoose={(whose) => notes.choose(field, whose)} />
      )}
    </>
  );
  const submit = () =>
    submission.run(async () => {
      if (!(await notes.save())) {
        return;
      }
      await answered(checkpointResourceSubmit({ path: { id: checkpoint.id } }));
      await queries.invalidateQueries();
    });
  return (
    <>
      <form
        className="stack"
        aria-label="Notes"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        noValidate
      >
        <Saved notes={notes} />
        <FormProblem problem={problem} />
        <section className="sheet form" aria-label="About the visit">
          <div className="row">
            {written(
              'type',
              'Type',
              <select>
                {(
                  types.data ?? [
                    { code: checkpoint.type, label: checkpoint.typeLabel, validUntil: undefined },
                  ]
                )
                  .filter(({ code, validUntil }) => !validUntil || code === checkpoint.type)
                  .map(({ code, label }) => (
                    <option key={code} value={code}>
                      {label}
                    </option>
                  ))}
              </select>,
            )}
            {written('title', 'Title', <input maxLength={200} />)}
          </div>
          <div className="row">
            {written('plannedOn', 'Planned for', <input type="date" required />)}
            {written('heldOn', 'Held on', <input type="date" />)}
            {written('nextOn', 'Next one on', <input type="date" />)}
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={fields.visitor === me.id}
              onChange={(event) => notes.set('visitor', event.target.checked ? me.id : '')}
            />
            I came as the visitor: my signature is needed beside that of a leader of the school
          </label>
          {checkpoint.visitor && checkpoint.visitorPersonId !== me.id && (
            <p className="soft small">Visitor: {checkpoint.visitor}</p>
          )}
          {written(
            'participants',
            'Who took part',
            <textarea rows={3} />,
            'One on each line: the name, a comma, and as what. Teacher of year 3, Reading lead',
          )}
        </section>
        <h2>What it looks at</h2>
        {looked.length === 0 && (
          <p className="sheet soft">Nothing yet. Choose a priority or a target of the cycle below.</p>
        )}
        {looked.map(({ reference }, at) => (
          <FocusNotes
            key={reference}
            label={nameOfPart(reference)}
            target={targets.find(({ id }) => id === reference)}
            judgement={fields[judgementOf(reference)] ?? ''}
            narrative={fields[narrativeOf(reference)] ?? ''}
            wrongJudgement={problem?.at(`/foci/${at}/judgement`)}
            wrongNarrative={problem?.at(`/foci/${at}/narrative`)}
            onJudge={(text) => notes.set(judgementOf(reference), text)}
            onWrite={(text) => notes.set(narrativeOf(reference), text)}
            onImprove={priorityOf(reference) ? () => setImproving(reference) : undefined}
            onRemove={() => notes.set('looks', looks(looked.filter((one) => one.reference !== reference)))}
          >
            {[
              { field: judgementOf(reference), label: 'Judgement' },
              { field: narrativeOf(reference), label: 'Narrative' },
            ].map(({ field, label }) =>
              notes.theirs[field] === undefined ? null : (
                <Theirs
                  key={field}
                  label={`${label}, ${nameOfPart(reference)}`}
                  theirs={notes.theirs[field]}
                  onChoose={(whose) => notes.choose(field, whose)}
                />
              ),
            )}
          </FocusNotes>
        ))}
        {rest.length > 0 && (
          <div className="filters">
            <Field label="Also look at">
              <select
                value=""
                onChange={(event) => {
                  const part = rest.find(({ reference }) => reference === event.target.value);
                  if (part) {
                    notes.set('looks', looks([...looked, part]));
                  }
                }}
              >
                <option value="">Choose …</option>
                {rest.map(({ reference }) => (
                  <option key={reference} value={reference}>
                    {nameOfPart(reference)}
                  </option>
                ))}
              </select>
            </Field>
          </div>
        )}
        <div className="sheet form">
          {written('summary', 'All in all', <textarea rows={5} maxLength={10000} />)}
        </div>
        <div className="actions">
          {checkpoint.recordedById === me.id ? (
            <button className="button primary" type="submit" aria-disabled={submission.busy}>
              Submit for signatures
            </button>
          ) : (
            <p className="soft">{checkpoint.recordedBy} began these notes, and submits them.</p>
          )}
          <button className="button danger apart" type="button" onClick={() => setDeleting(true)}>
            Delete the draft
          </button>
        </div>
      </form>
      {improving && improved && (
        <AdjustmentForm
          priorityId={improved}
          checkpointId={checkpoint.id}
          noticed={(fields[narrativeOf(improving)] ?? '').slice(0, 2000)}
          onClose={() => setImproving(undefined)}
        />
      )}
      {deleting && (
        <Confirm
          title="Delete this draft?"
          action="Delete the draft"
          work={async () => {
            await notes.save();
            await answered(
              checkpointResourceDelete({ path: { id: checkpoint.id }, headers: { 'If-Match': '*' } }),
            );
            notes.drop();
            await navigate({ to: '/cycles/$id', params: { id: checkpoint.cycleId } });
            await queries.invalidateQueries({ queryKey: ['checkpoints'] });
          }}
          onClose={() => setDeleting(false)}
        >
          Everything that was written in it goes, what others wrote too.
        </Confirm>
      )}
    </>
  );
}
