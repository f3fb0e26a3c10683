import { useQueryClient } from '@tanstack/react-query';
import { actionResourceChange } from '../api/sdk.gen';
import type { Action, CarryForward } from '../api/types.gen';
import { isOpen, standing } from '../cycle/actions';
import { FormProblem } from '../ui/Field';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

interface Props {
  actions: Action[];
  editable: boolean;
  /** Whether the next cycle goes on with their priority. */
  goesOn: boolean;
}

/** How far the actions came; those that are open are carried forward or dropped, each by one press. */
export function Decisions({ actions, editable, goesOn }: Props) {
  return actions.map((action) => (
    <Entry key={action.id} action={action} editable={editable && isOpen(action)} goesOn={goesOn} />
  ));
}

const WAYS: [CarryForward, string, string][] = [
  ['carry-forward', 'Carry forward', '✓ Carried forward'],
  ['drop', 'Drop', '✓ Dropped'],
];

function Entry({ action, editable, goesOn }: { action: Action; editable: boolean; goesOn: boolean }) {
  const queries = useQueryClient();
  const change = useChange();
  const { label, tone } = standing(action);
  const decide = (carryForward: CarryForward) =>
    change.run(async () => {
      await answered(
        actionResourceChange({
          path: { id: action.id },
          headers: { 'If-Match': `"${action.version}"` },
          body: { carryForward },
        }),
      );
      await queries.invalidateQueries();
    });
  return (
    <li>
      <Pill tone={tone}>{label}</Pill>
      <div>
        <h4 id={`action-${action.id}`} tabIndex={-1}>
          {action.title}
        </h4>
        <FormProblem problem={change.problem} />
        {editable && (
          <div className="actions">
            {WAYS.map(([way, name, chosen]) => (
              <button
                key={way}
                className="button"
                type="button"
                aria-pressed={action.carryForward === way}
                aria-disabled={change.busy}
                onClick={() => decide(way)}
              >
                {action.carryForward === way ? chosen : name}{' '}
                <span className="visually-hidden">: {action.title}</span>
              </button>
            ))}
          </div>
        )}
        {!editable && isOpen(action) && (
          <p className="small">
            {action.carryForward
              ? WAYS.find(([way]) => way === action.carryForward)?.[2].slice(2)
              : 'Neither carried forward nor dropped yet'}
          </p>
        )}
        {isOpen(action) && action.carryForward === 'carry-forward' && !goesOn && (
          <p className="small">▲ Its priority is not carried forward, so the next cycle will not have it.</p>
        )}
      </div>
    </li>
  );
}
