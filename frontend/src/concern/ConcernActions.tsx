import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { concernActionResourceAct, concernActionResourceChange } from '../api/sdk.gen';
import type { Concern, ConcernAction } from '../api/types.gen';
import { useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { day, today } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { useActions, useOwners } from './useConcerns';

/** What is to be done about a concern. It closes when all of it is done. */
export function ConcernActions({ concern }: { concern: Concern }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const actions = useActions(concern.id);
  const [adding, setAdding] = useState(false);
  const closed = concern.status === 'closed';
  const done = (action: ConcernAction) =>
    change.run(async () => {
      await answered(
        concernActionResourceChange({
          path: { id: action.id },
          headers: { 'If-Match': `"${action.version}"` },
          body: { doneOn: action.doneOn ? null : today() },
        }),
      );
      await queries.invalidateQueries();
    });
  return (
    <section className="sheet stack" aria-labelledby="concern-actions-title">
      <header>
        <h2 id="concern-actions-title">Actions</h2>
        {concern.handled && !closed && (
          <button className="button" type="button" onClick={() => setAdding(true)}>
            Add an action
          </button>
        )}
      </header>
      <FormProblem problem={change.problem} />
      {actions.isPending && <Loading what="actions" />}
      {actions.isError && <Failed cause={actions.error} retry={() => actions.refetch()} />}
      {actions.data && actions.data.results.length === 0 && <Empty>Nothing is agreed yet.</Empty>}
      <ul className="standing">
        {actions.data?.results.map((action) => (
          <li key={action.id}>
            <Pill tone={action.doneOn ? 'good' : action.overdue ? 'bad' : 'calm'}>
              {action.doneOn ? 'Done' : action.overdue ? 'Overdue' : 'To do'}
            </Pill>
            <div>
              <p>{action.title}</p>
              <p className="soft small">
                {[
                  action.leadName,
                  action.doneOn ? `done ${day(action.doneOn)}` : action.dueOn && `due ${day(action.dueOn)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {!closed && (concern.handled || action.leadPersonId === me.id) && (
                <p className="actions">
                  <button
                    className="button"
                    type="button"
                    aria-disabled={change.busy}
                    aria-label={`${action.doneOn ? 'Not done after all' : 'Done'}: ${action.title}`}
                    onClick={() => done(action)}
                  >
                    {action.doneOn ? 'Not done after all' : 'Done'}
                  </button>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {adding && <AddAction concern={concern} onClose={() => setAdding(false)} />}
    </section>
  );
}

function AddAction({ concern, onClose }: { concern: Concern; onClose: () => void }) {
  const queries = useQueryClient();
  const owners = useOwners(concern.id);
  return (
    <AskDialog
      title="Add an action"
      action="Add"
      asked={() => [
        { name: 'title', label: 'What is to be done' },
        {
          name: 'leadPersonId',
          label: 'Who sees to it',
          options: [
            ['', 'Nobody yet'],
            ...((owners.data?.results ?? []).map(({ id, name }) => [id, name]) as [string, string][]),
          ],
        },
        { name: 'dueOn', label: 'Due', kind: 'date' },
      ]}
      work={async ({ title, leadPersonId, dueOn }, key) => {
        await answered(
          concernActionResourceAct({
            path: { id: concern.id },
            headers: { 'Idempotency-Key': key },
            body: { title: title ?? '', leadPersonId: leadPersonId || undefined, dueOn: dueOn || undefined },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
