import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { milestoneResourceGet } from '../api/sdk.gen';
import { may, useMe } from '../app/me';
import { CommentSheet } from '../comment/Comments';
import { crumbsOf, useCycle } from '../cycle/useCycles';
import { day } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { EndTarget } from './EndTarget';
import { Notes } from './Notes';
import { STATUS } from './status';
import { TargetForm } from './TargetForm';

const route = getRouteApi('/shell/milestones/$id');

/** A target without a number: what will be there, by when, how checkpoints judge it, and what people say. */
export function MilestonePage() {
  const me = useMe();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const milestone = useQuery({
    queryKey: ['milestone', id],
    queryFn: () => answered(milestoneResourceGet({ path: { id } })),
  });
  const found = milestone.data;
  const cycle = useCycle(found?.cycleId);
  const editable = Boolean(found && may(me, 'cycles:change', found.schoolUrn));
  return (
    <Page
      title={found ? found.milestone : 'Milestone'}
      lead={found && `Milestone, due on ${day(found.dueDate)}`}
      crumbs={found ? crumbsOf(cycle.data, found.cycleId) : [{ label: 'Cycles', to: '/cycles' }]}
      actions={
        found &&
        !found.endedOn &&
        editable && (
          <>
            <button className="button" type="button" onClick={() => setEditing(true)}>
              Edit the target
            </button>
            <EndTarget target={found} />
          </>
        )
      }
    >
      {milestone.isPending && <Loading what="the milestone" />}
      {milestone.isError && <Failed cause={milestone.error} retry={() => milestone.refetch()} />}
      {found && (
        <div className="stack">
          <section className="sheet" aria-label="Status">
            <header>
              <h2>Status</h2>
              <Pill tone={STATUS[found.status].tone}>{STATUS[found.status].label}</Pill>
            </header>
            {found.endedOn && (
              <p className="notice">
                Ended on {day(found.endedOn)}: {found.endReason}
              </p>
            )}
            <p>{found.statusReason}</p>
          </section>
          <Notes kind="milestone" id={id} editable={editable && !found.endedOn} />
          <CommentSheet subject={{ kind: 'milestone', id, school: found.schoolUrn ?? undefined }} />
          {editing && (
            <TargetForm
              priorityId={found.priorityId}
              school={found.schoolUrn}
              target={found}
              onClose={() => setEditing(false)}
              onDeleted={() => navigate({ to: '/cycles/$id', params: { id: found.cycleId } })}
            />
          )}
        </div>
      )}
    </Page>
  );
}
