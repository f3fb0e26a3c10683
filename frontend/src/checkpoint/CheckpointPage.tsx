import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ActivityList } from '../activity/ActivityList';
import { checkpointResourceGet } from '../api/sdk.gen';
import { may, useMe } from '../app/me';
import { CommentSheet } from '../comment/Comments';
import { AskButton } from '../commission/AskButton';
import { crumbsOf, ownerOf, useCycle } from '../cycle/useCycles';
import { day } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { KeptHere } from './KeptHere';
import { NotesForm } from './NotesForm';
import { SchoolTerms } from './SchoolTerms';
import { SubmittedSheet } from './SubmittedSheet';

const route = getRouteApi('/shell/checkpoints/$id');

/** A checkpoint: the notes while it is a draft, then what was said, its signatures, and what was added. */
export function CheckpointPage() {
  const me = useMe();
  const { id } = route.useParams();
  const checkpoint = useQuery({
    queryKey: ['checkpoint', id],
    queryFn: () => answered(checkpointResourceGet({ path: { id } })),
    refetchInterval: ({ state }) => (state.data?.status === 'draft' ? 15_000 : false),
  });
  const found = checkpoint.data;
  const cycle = useCycle(found?.cycleId);
  const records =
    found !== undefined &&
    !found.assurance &&
    may(me, 'checkpoints:record', found.schoolUrn) &&
    cycle.data?.stage !== 'closed';
  return (
    <Page
      title={found ? [found.typeLabel, found.title].filter(Boolean).join(': ') : 'Checkpoint'}
      lead={
        found &&
        [cycle.data && ownerOf(cycle.data), day(found.heldOn ?? found.plannedOn)].filter(Boolean).join(', ')
      }
      crumbs={found ? crumbsOf(cycle.data, found.cycleId) : [{ label: 'Checkpoints', to: '/checkpoints' }]}
      actions={
        found &&
        !found.assurance && (
          <AskButton
            kind="checkpoint"
            id={id}
            title={`${found.typeLabel} of ${day(found.heldOn ?? found.plannedOn)}`}
            schoolUrn={found.schoolUrn}
          />
        )
      }
    >
      {checkpoint.isPending && <Loading what="the checkpoint" />}
      {checkpoint.isError && !found && <Failed cause={checkpoint.error} retry={() => checkpoint.refetch()} />}
      {checkpoint.isError && !found && <KeptHere checkpointId={id} />}
      {found && (
        <div className="stack">
          {found.status === 'draft' && records ? (
            <>
              {found.schoolUrn == null && <SchoolTerms checkpoint={found} />}
              <NotesForm key={id} checkpoint={found} />
            </>
          ) : (
            <>
              {cycle.data && <KeptHere checkpointId={id} />}
              <SubmittedSheet checkpoint={found} records={records} />
            </>
          )}
          {!found.assurance && (
            <CommentSheet
              subject={{ kind: 'checkpoint', id, school: found.schoolUrn ?? undefined }}
              apart={
                found.status === 'draft'
                  ? undefined
                  : 'What is said here is no part of what is signed; for that, add to the checkpoint itself.'
              }
            />
          )}
          {!found.assurance && found.status !== 'draft' && (
            <ActivityList title="Activity" filter={{ subject: 'checkpoint', subjectId: id }} />
          )}
        </div>
      )}
    </Page>
  );
}
