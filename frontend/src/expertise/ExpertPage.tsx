import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivityList } from '../activity/ActivityList';
import { expertResourceConfirm } from '../api/sdk.gen';
import type { ExpertDetail } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { hasDraft } from '../ui/drafts';
import { daysOf } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { About } from './About';
import { Absences } from './Absences';
import { DaysOfYear } from './DaysOfYear';
import { EvidenceSheet } from './EvidenceSheet';
import { Interests } from './Interests';
import { draftOf, ProfileForm } from './ProfileForm';
import { SupportGiven } from './SupportGiven';
import { useExpert } from './useExperts';
import { placeOf } from './words';

const route = getRouteApi('/shell/expertise/$id');

/** What somebody is good at, why one may believe it, and the days that they have. */
export function ExpertPage() {
  const { id } = route.useParams();
  const profile = useExpert(id);
  const found = profile.data;
  return (
    <Page
      title={found?.expert.name ?? 'Profile'}
      lead={found && placeOf(found.expert)}
      crumbs={[{ label: 'Expertise', to: '/expertise' }]}
      actions={found && <Moves key={id} profile={found} />}
    >
      {profile.isPending && <Loading what="the profile" />}
      {profile.isError && <Failed cause={profile.error} retry={() => profile.refetch()} />}
      {found && <Sheets profile={found} />}
    </Page>
  );
}

function Sheets({ profile }: { profile: ExpertDetail }) {
  const me = useMe();
  const { expert } = profile;
  return (
    <div className="stack">
      <About profile={profile} />
      <DaysOfYear profile={profile} />
      <EvidenceSheet profile={profile} />
      <SupportGiven profile={profile} />
      {profile.absences && <Absences profile={profile} absences={profile.absences} />}
      {profile.conflicts && <Interests profile={profile} interests={profile.conflicts} />}
      {mayIn(me, 'expertise:confirm', expert.schoolUrn) && (
        <ActivityList title="What happened" filter={{ subject: 'expert', subjectId: expert.id }} />
      )}
    </div>
  );
}

/** What can be done with the profile by who reads it. */
function Moves({ profile }: { profile: ExpertDetail }) {
  const me = useMe();
  const queries = useQueryClient();
  const { expert, mayChange, mayConfirm } = profile;
  const [editing, setEditing] = useState(() => hasDraft(draftOf(me.id, profile)));
  const [confirming, setConfirming] = useState(false);
  return (
    <>
      {mayConfirm && expert.offering && !expert.confirmedOn && (
        <button className="button primary" type="button" onClick={() => setConfirming(true)}>
          Confirm the profile
        </button>
      )}
      {mayChange && (
        <button className="button" type="button" onClick={() => setEditing(true)}>
          Edit your profile
        </button>
      )}
      {mayChange && editing && <ProfileForm profile={profile} onClose={() => setEditing(false)} />}
      {confirming && (
        <AskDialog
          title={`Confirm the profile of ${expert.name}?`}
          action="Confirm"
          asked={() => []}
          work={async () => {
            await answered(
              expertResourceConfirm({
                path: { id: expert.id },
                headers: { 'If-Match': `"${expert.version}"` },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setConfirming(false)}
        >
          <p>
            You say that the specialisms and designations are so, and that {placeOf(expert)} can spare{' '}
            {daysOf(expert.capacity.offered)} in a term. From then on {expert.name} can be matched with
            schools that ask for support. Where days, specialisms, designations or the school change, it is
            confirmed again.
          </p>
        </AskDialog>
      )}
    </>
  );
}
