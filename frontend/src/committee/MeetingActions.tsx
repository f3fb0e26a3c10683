import { useQueryClient } from '@tanstack/react-query';
import { minutesResourceChange } from '../api/sdk.gen';
import type { MeetingAction } from '../api/types.gen';
import { FormProblem } from '../ui/Field';
import { day, today } from '../ui/format';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** Actions of meetings; the clerk says when they are done. */
export function MeetingActions({ actions, keeps }: { actions: MeetingAction[]; keeps: boolean }) {
  const queries = useQueryClient();
  const change = useChange();
  const done = (action: MeetingAction) =>
    change.run(async () => {
      await answered(
        minutesResourceChange({
          path: { id: action.id },
          headers: { 'If-Match': `"${action.version}"` },
          body: { doneOn: action.doneOn ? null : today() },
        }),
      );
      await queries.invalidateQueries();
    });
  return (
    <>
      <FormProblem problem={change.problem} />
      <ul className="standing">
        {actions.map((action) => (
          <li key={action.id} id={action.id}>
            <Pill tone={action.doneOn ? 'good' : action.overdue ? 'bad' : 'calm'}>
              {action.doneOn ? 'Done' : action.overdue ? 'Overdue' : 'To do'}
            </Pill>
            <div>
              <p>{action.what}</p>
              <p className="soft small">
                {[
                  action.whoName,
                  action.doneOn ? `done ${day(action.doneOn)}` : action.dueOn && `due ${day(action.dueOn)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {keeps && (
                <p className="actions">
                  <button
                    className="button"
                    type="button"
                    aria-disabled={change.busy}
                    aria-label={`${action.doneOn ? 'Not done after all' : 'Done'}: ${action.what}`}
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
    </>
  );
}
