import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMe } from '../app/me';
import type { TermName } from '../term/dates';
import { hasDraft } from '../ui/drafts';
import { Page } from '../ui/Page';
import { Switch } from '../ui/Switch';
import { CapacityView } from './CapacityView';
import { Directory } from './Directory';
import { draftOf, ProfileForm } from './ProfileForm';
import { useOwnProfile } from './useExperts';

const route = getRouteApi('/shell/expertise');

const WAYS = ['people', 'capacity'] as const;

/** What the address of the directory can say. */
export interface ExpertiseSearch {
  view?: 'capacity' | undefined;
  search?: string | undefined;
  specialism?: string | undefined;
  area?: string | undefined;
  designation?: string | undefined;
  free?: number | undefined;
  term?: TermName | undefined;
  profile?: 'confirmed' | 'waiting' | undefined;
  beyond?: 'only' | undefined;
  sort?: 'free' | undefined;
  page?: number | undefined;
}

/** Who in the trust is good at what, and how many days they have for others. */
export function ExpertisePage() {
  const me = useMe();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const own = useOwnProfile(may(me, 'experts:read'));
  const [offering, setOffering] = useState(() => hasDraft(draftOf(me.id)));
  return (
    <Page
      title="Expertise"
      part={view && 'Capacity'}
      lead="Who in the trust is good at what, and has days for other schools. People keep their profiles themselves; their heads confirm them."
      actions={
        own === null ? (
          <button className="button primary" type="button" onClick={() => setOffering(true)}>
            Offer your expertise
          </button>
        ) : (
          own && (
            <Link className="button" to="/expertise/$id" params={{ id: own.id }}>
              Your profile
            </Link>
          )
        )
      }
    >
      <div className="stack">
        <Switch
          label="Show"
          ways={WAYS}
          chosen={view ?? 'people'}
          onChoose={(way) => navigate({ search: { view: way === 'people' ? undefined : way } })}
        />
        {view ? <CapacityView /> : <Directory />}
      </div>
      {own === null && offering && <ProfileForm onClose={() => setOffering(false)} />}
    </Page>
  );
}
