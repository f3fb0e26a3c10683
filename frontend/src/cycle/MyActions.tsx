import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { actionResourceList } from '../api/sdk.gen';
import type { Action } from '../api/types.gen';
import { useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { day } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { standing } from './actions';
import { draftOf, ReportForm } from './ReportForm';

const FEW = 10;

/** The open actions that somebody leads, the first due first; an update is one click away. */
export function MyActions() {
  const me = useMe();
  // Nothing chosen yet: what was typed before and not saved opens by itself.
  const [chosen, setChosen] = useState<Action | null>();
  const actions = useQuery({
    queryKey: ['actions', { leadPersonId: me.id }],
    queryFn: () =>
      answered(actionResourceList({ query: { leadPersonId: me.id, open: true, pageSize: FEW } })),
  });
  const all = actions.data?.results ?? [];
  const reporting = chosen === undefined ? all.find(({ id }) => hasDraft(draftOf(me.id, id))) : chosen;
  const more = (actions.data?.paging.totalResults ?? 0) - all.length;
  return (
    <section className="sheet" aria-labelledby="my-actions">
      <header>
        <h2 id="my-actions">My actions</h2>
      </header>
      {actions.isPending && <Loading what="your actions" />}
      {actions.isError && <Failed cause={actions.error} retry={() => actions.refetch()} />}
      {actions.data && all.length === 0 && <Empty>No open action is led by you.</Empty>}
      {all.length > 0 && (
        <ul className="standing">
          {all.map((action) => (
            <li key={action.id}>
              <Pill tone={standing(action).tone}>{standing(action).label}</Pill>
              <div>
                <p>
                  <Link to="/cycles/$id" params={{ id: action.cycleId }} hash={`action-${action.id}`}>
                    {action.title}
                  </Link>
                </p>
                <p className="soft small">
                  {[
                    action.dueOn && `due ${day(action.dueOn)}`,
                    action.priorityTitle,
                    action.schoolName,
                    action.stale && 'nothing heard for 30 days',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <p className="actions">
                  <button
                    className="button"
                    type="button"
                    aria-label={`Update: ${action.title}`}
                    onClick={() => setChosen(action)}
                  >
                    Update
                  </button>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="soft small">And {more} more, due later.</p>}
      {reporting && <ReportForm key={reporting.id} action={reporting} onClose={() => setChosen(null)} />}
    </section>
  );
}
