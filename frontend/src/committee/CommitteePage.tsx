import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivityList } from '../activity/ActivityList';
import { may, useMe } from '../app/me';
import { today } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { ChangeCommittee } from './ChangeCommittee';
import { CommitteeMeetings } from './CommitteeMeetings';
import { CommitteeMembers } from './CommitteeMembers';
import { Conflicts } from './Conflicts';
import { Decisions } from './Decisions';
import { OpenActions } from './OpenActions';
import { OpenChallenges } from './OpenChallenges';
import { onDay } from './schools';
import { mayInCommittee, useCommittee } from './useCommittees';
import { KIND } from './words';

const route = getRouteApi('/shell/committees/$id');

/** A committee: its next meeting, what it asks and waits for, what it decided, and who is of it. */
export function CommitteePage() {
  const me = useMe();
  const { id } = route.useParams();
  const [changing, setChanging] = useState(false);
  const committee = useCommittee(id);
  const found = committee.data;
  const meets = may(me, 'meetings:read');
  const ofIt = mayInCommittee(me, 'meetings:read', id) || mayInCommittee(me, 'meetings:keep', id);
  return (
    <Page
      title={found?.name ?? 'Committee'}
      lead={
        found &&
        `${KIND[found.kind]} · ${
          found.wholeTrust
            ? 'the whole trust'
            : onDay(found.schools, today())
                .map(({ schoolName, schoolUrn }) => schoolName ?? `School ${schoolUrn}`)
                .join(', ') || 'no school'
        }`
      }
      crumbs={[{ label: 'Committees', to: '/committees' }]}
      actions={
        found &&
        may(me, 'committees:keep') && (
          <button className="button" type="button" onClick={() => setChanging(true)}>
            Change the committee
          </button>
        )
      }
    >
      {committee.isPending && <Loading what="the committee" />}
      {committee.isError && <Failed cause={committee.error} retry={() => committee.refetch()} />}
      {found && (
        <div className="stack">
          {meets && (
            <>
              <CommitteeMeetings committee={found} />
              <OpenChallenges committee={found} />
              <OpenActions committee={found} />
              <Decisions committee={found} />
            </>
          )}
          <CommitteeMembers committee={found} />
          {meets && ofIt && <Conflicts committee={found} />}
          <ActivityList title="What happened" filter={{ subject: 'committee', subjectId: id }} />
          {may(me, 'people:manage') && (
            <p className="soft small">
              Who is of a committee, and until when, is set for each person on the page{' '}
              <Link to="/people">People</Link>.
            </p>
          )}
        </div>
      )}
      {found && changing && <ChangeCommittee committee={found} onClose={() => setChanging(false)} />}
    </Page>
  );
}
