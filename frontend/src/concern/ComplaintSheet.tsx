import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { complaintResourceBegin, complaintResourceEnd, complaintResourceStep } from '../api/sdk.gen';
import type { ComplaintStage, ComplaintStep, Concern } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { day, today } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { useLists, useStages } from './useConcerns';

/** The stages of a complaint: what is due in each by which school day, and how each ended. */
export function ComplaintSheet({ concern }: { concern: Concern }) {
  const stages = useStages(concern.id);
  const [beginning, setBeginning] = useState(false);
  const [ending, setEnding] = useState<ComplaintStage | null>(null);
  const changes = concern.handled && concern.status !== 'closed';
  const next = stages.data?.next ?? [];
  return (
    <section className="sheet stack" aria-labelledby="stages-title">
      <header>
        <h2 id="stages-title">Stages of the complaint</h2>
        {changes && next.length > 0 && (
          <button className="button" type="button" onClick={() => setBeginning(true)}>
            Begin a stage
          </button>
        )}
      </header>
      {stages.isPending && <Loading what="the stages" />}
      {stages.isError && <Failed cause={stages.error} retry={() => stages.refetch()} />}
      {stages.data && stages.data.results.length === 0 && (
        <Empty>No stage has begun. Begin one: its deadlines count from its first day, in school days.</Empty>
      )}
      {stages.data?.results.map((stage) => (
        <div key={stage.id}>
          <h3>{stage.label}</h3>
          <p className="soft small">
            Begun {day(stage.begunOn)}
            {stage.endedOn && ` · ended ${day(stage.endedOn)}: ${stage.outcomeLabel}`}
          </p>
          <ul className="standing">
            {stage.steps.map((step) => (
              <Step key={step.step} stage={stage} step={step} changes={changes && !stage.endedOn} />
            ))}
          </ul>
          {stage.record && <p className="line">{stage.record}</p>}
          {changes && !stage.endedOn && (
            <p className="actions">
              <button
                className="button"
                type="button"
                aria-label={`End the stage: ${stage.label}`}
                onClick={() => setEnding(stage)}
              >
                End the stage
              </button>
            </p>
          )}
        </div>
      ))}
      {beginning && (
        <Begin
          concern={concern}
          next={next.map(({ code, label }) => [code, label])}
          onClose={() => setBeginning(false)}
        />
      )}
      {ending && <End stage={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function Step({ stage, step, changes }: { stage: ComplaintStage; step: ComplaintStep; changes: boolean }) {
  const queries = useQueryClient();
  const change = useChange();
  const put = () =>
    change.run(async () => {
      await answered(
        complaintResourceStep({
          path: { id: stage.id, step: step.step },
          body: { doneOn: step.doneOn ? undefined : today() },
        }),
      );
      await queries.invalidateQueries();
    });
  return (
    <li>
      <Pill tone={step.late ? 'bad' : step.doneOn ? 'good' : 'calm'}>
        {step.doneOn ? (step.late ? 'Done late' : 'Done') : step.late ? 'Overdue' : 'To do'}
      </Pill>
      <div>
        <FormProblem problem={change.problem} />
        <p>{step.label}</p>
        <p className="soft small">
          Due {day(step.dueOn)}
          {step.doneOn && ` · done ${day(step.doneOn)}`}
        </p>
        {changes && (
          <p className="actions">
            <button
              className="button"
              type="button"
              aria-disabled={change.busy}
              aria-label={`${step.doneOn ? 'Not done after all' : 'Done today'}: ${step.label}`}
              onClick={put}
            >
              {step.doneOn ? 'Not done after all' : 'Done today'}
            </button>
          </p>
        )}
      </div>
    </li>
  );
}

interface BeginProps {
  concern: Concern;
  next: [string, string][];
  onClose: () => void;
}

function Begin({ concern, next, onClose }: BeginProps) {
  const queries = useQueryClient();
  return (
    <AskDialog
      title="Begin a stage"
      action="Begin it"
      initial={{ stage: next[0]?.[0] ?? '', begunOn: today() }}
      asked={() => [
        { name: 'stage', label: 'Stage', options: next },
        { name: 'begunOn', label: 'First day', hint: 'Its deadlines count from there', kind: 'date' },
      ]}
      work={async ({ stage, begunOn }, key) => {
        await answered(
          complaintResourceBegin({
            path: { id: concern.id },
            headers: { 'Idempotency-Key': key },
            body: { stage: stage ?? '', begunOn: begunOn || undefined },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}

/** Lines of a panel as they are typed: a member in each, marked when independent. */
function panelOf(typed: string) {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({
      name: line.replace(/\s*\(independent\)$/i, ''),
      independent: /\(independent\)$/i.test(line),
    }));
}

function End({ stage, onClose }: { stage: ComplaintStage; onClose: () => void }) {
  const queries = useQueryClient();
  const lists = useLists();
  return (
    <AskDialog
      title={`End the stage: ${stage.label}`}
      action="End it"
      asked={() => [
        {
          name: 'outcome',
          label: 'Outcome',
          options: [
            ['', 'Choose one'],
            ...((lists.data?.outcomes ?? []).map(({ code, label }) => [code, label]) as [string, string][]),
          ],
        },
        {
          name: 'record',
          label: 'What was found and said',
          hint: 'Whatever the outcome',
          kind: 5,
          most: 10_000,
        },
        ...(stage.panel
          ? [
              {
                name: 'panel',
                label: 'Who heard it',
                hint: 'One in each line; write (independent) after who is independent of the running of the school',
                kind: 4,
                most: 1500,
              },
            ]
          : []),
      ]}
      work={async ({ outcome, record, panel }) => {
        await answered(
          complaintResourceEnd({
            path: { id: stage.id },
            headers: { 'If-Match': `"${stage.version}"` },
            body: {
              outcome: outcome ?? '',
              record: record ?? '',
              panel: stage.panel ? panelOf(panel ?? '') : undefined,
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
