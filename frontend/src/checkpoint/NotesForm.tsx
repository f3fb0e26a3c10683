import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { cloneElement, type ReactElement, useState } from 'react';
import { checkpointResourceDelete, checkpointResourceSubmit } from '../api/sdk.gen';
import type { Checkpoint } from '../api/types.gen';
import { useMe } from '../app/me';
import { isOpen } from '../cycle/actions';
import { useLeads } from '../cycle/useLeads';
import { useTargets } from '../target/useTargets';
import { Confirm } from '../ui/Confirm';
import { Field, FormProblem } from '../ui/Field';
import { answered, type Problem } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { AdjustmentForm } from './AdjustmentForm';
import { Agreed } from './Agreed';
import { EvidenceForm } from './EvidenceForm';
import { EvidenceList } from './EvidenceList';
import { FocusNotes } from './FocusNotes';
import { judgementOf, known, looks, looksOf, narrativeOf } from './fields';
import { NextStepForm } from './NextStepForm';
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
  const people = useLeads(checkpoint.schoolUrn ?? undefined).data?.results ?? [];
  const notes = useNotes(
    me.id,
    checkpoint,
    known([
      ...people,
      ...checkpoint.participants.flatMap(({ personId, name }) =>
        personId && name ? [{ id: personId, name }] : [],
      ),
    ]),
  );
  const submission = useChange();
  const [deleting, setDeleting] = useState(false);
  const [improving, setImproving] = useState<string>();
  const [agreeing, setAgreeing] = useState<string>();
  const [adding, setAdding] = useState<{ reference?: string }>();
  const { priorities, targets: measured, milestones, actions } = useTargets([{ id: checkpoint.cycleId }]);
  const targets = [...measured, ...milestones];
  const { fields } = notes;
  const looked = looksOf(fields);
  const problem: Problem | null = submission.problem ?? notes.problem;
  const rest = [
    ...priorities.map(({ id }) => ({ kind: 'priority' as const, reference: id })),
    ...targets
      .filter(({ endedOn }) => !endedOn)
      .map(({ id }) => ({ kind: 'target' as const, reference: id })),
    ...actions.filter(isOpen).map(({ id }) => ({ kind: 'action' as const, reference: id })),
  ].filter(({ reference }) => !looked.some((one) => one.reference === reference));
  const nameOfPart = (reference: string) =>
    checkpoint.foci.find((one) => one.reference === reference)?.label ??
    nameOf(reference, priorities, targets, actions);
  const priorityOf = (reference: string) =>
    priorities.find(({ id }) => id === reference)?.id ??
    [...targets, ...actions].find(({ id }) => id === reference)?.priorityId;
  const improved = improving && priorityOf(improving);
  const agreed = agreeing && priorityOf(agreeing);
  const join = (name: string) =>
    notes.set('participants', [fields.participants?.trim(), name].filter(Boolean).join('\n'));
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
          {people.length > 0 && (
            <Field label="Add somebody who works here">
              <select value="" onChange={(event) => join(event.target.value)}>
                <option value="">Choose …</option>
                {people.map(({ id, name }) => (
                  <option key={id} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </Field>
          )}
        </section>
        <h2>What it looks at</h2>
        {looked.length === 0 && (
          <p className="sheet soft">
            Nothing yet. Choose a priority, a target or an action of the cycle below.
          </p>
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
            onAgree={priorityOf(reference) ? () => setAgreeing(reference) : undefined}
            onShow={() => setAdding({ reference })}
            onRemove={() => notes.set('looks', looks(looked.filter((one) => one.reference !== reference)))}
          >
            <EvidenceList
              checkpoint={checkpoint}
              reference={reference}
              label={nameOfPart(reference)}
              editable
            />
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
          <EvidenceList checkpoint={checkpoint} reference={undefined} label="the whole visit" editable />
          <div className="actions">
            <button className="button quiet" type="button" onClick={() => setAdding({})}>
              Evidence <span className="visually-hidden">for the whole visit</span>
            </button>
          </div>
        </div>
        <Agreed checkpoint={checkpoint} editable />
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
      {agreeing && agreed && (
        <NextStepForm
          checkpoint={checkpoint}
          priorityId={agreed}
          noted={fields[narrativeOf(agreeing)] ?? ''}
          onClose={() => setAgreeing(undefined)}
        />
      )}
      {adding && (
        <EvidenceForm
          checkpoint={checkpoint}
          reference={adding.reference}
          label={adding.reference ? nameOfPart(adding.reference) : 'The whole visit'}
          onClose={() => setAdding(undefined)}
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
          Everything that was written in it goes, what others wrote too, and its evidence. Next steps that
          were agreed stay in the plan, as actions.
        </Confirm>
      )}
    </>
  );
}
