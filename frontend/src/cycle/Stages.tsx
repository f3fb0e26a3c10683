import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { cycleResourceMove } from '../api/sdk.gen';
import type { Cycle, CycleMove, Stage } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { hasDraft } from '../ui/drafts';
import { Field, FormProblem } from '../ui/Field';
import { words } from '../ui/format';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';
import { Missing } from './Missing';

const ORDER: Stage[] = ['planning', 'target-setting', 'implementing', 'monitoring', 'evaluating', 'closed'];

/** Under which key the reason for a move is kept while it is typed. */
function draftOf(person: string, cycle: Cycle, move: CycleMove): string {
  return `${person} cycle ${cycle.id} to ${move.stage}`;
}

/** The stages of a cycle, what is missing for the next one, and the way there. */
export function Stages({ cycle, editable }: { cycle: Cycle; editable: boolean }) {
  const me = useMe();
  const [move, setMove] = useState<CycleMove | null>(
    () => cycle.moves.find((one) => editable && hasDraft(draftOf(me.id, cycle, one))) ?? null,
  );
  const at = ORDER.indexOf(cycle.stage);
  const onwards = cycle.moves.filter((one) => !one.reasonNeeded);
  const back = cycle.moves.filter((one) => one.reasonNeeded);
  return (
    <section className="sheet stack" aria-labelledby="stages-title">
      <h2 id="stages-title">Stage</h2>
      <ol className="steps">
        {ORDER.map((stage, place) => (
          <li
            key={stage}
            className={place < at ? 'past' : undefined}
            aria-current={stage === cycle.stage ? 'step' : undefined}
          >
            {words(stage)}
            <small>{place < at ? '✓ done' : stage === cycle.stage ? '● now' : 'to come'}</small>
          </li>
        ))}
      </ol>
      {onwards.map((one) =>
        one.blockers.length > 0 ? (
          <div className="notice" key={one.stage}>
            <strong>Missing before “{words(one.stage)}”</strong>
            <ul>
              {one.blockers.map((blocker) => (
                <li key={blocker.code + blocker.link + blocker.message}>
                  <Missing blocker={blocker} cycleId={cycle.id} />
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
      {editable && (
        <div className="actions">
          {onwards
            .filter((one) => one.blockers.length === 0)
            .map((one) => (
              <button key={one.stage} className="button primary" type="button" onClick={() => setMove(one)}>
                Go on to {words(one.stage).toLowerCase()}
              </button>
            ))}
          {back.map((one) => (
            <button key={one.stage} className="button" type="button" onClick={() => setMove(one)}>
              Back to {words(one.stage).toLowerCase()}
            </button>
          ))}
        </div>
      )}
      {move && <MoveDialog cycle={cycle} move={move} onClose={() => setMove(null)} />}
    </section>
  );
}

function MoveDialog({ cycle, move, onClose }: { cycle: Cycle; move: CycleMove; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(draftOf(useMe().id, cycle, move), { reason: '' });
  const { reason } = draft.typed;
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        cycleResourceMove({
          path: { id: cycle.id },
          body: { stage: move.stage, reason: reason || undefined },
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
    <Dialog
      title={`${move.reasonNeeded ? 'Back to' : 'Go on to'} ${words(move.stage).toLowerCase()}`}
      onClose={onClose}
    >
      <form className="form" onSubmit={send} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={change.problem} />
        <Field
          label="Reason"
          hint={move.reasonNeeded ? 'Going back needs one' : 'Only if there is something to say'}
          wrong={change.problem?.at('/reason')}
        >
          <textarea rows={3} value={reason} onChange={(event) => draft.set({ reason: event.target.value })} />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {move.reasonNeeded ? 'Go back' : 'Go on'}
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
