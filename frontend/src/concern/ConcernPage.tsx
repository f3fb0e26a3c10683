import { getRouteApi } from '@tanstack/react-router';
import { may, useMe } from '../app/me';
import { day } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { Chronology } from './Chronology';
import { ComplaintSheet } from './ComplaintSheet';
import { ConcernActions } from './ConcernActions';
import { ConcernMoves } from './ConcernMoves';
import { ConcernSheet } from './ConcernSheet';
import { NeedBecause } from './NeedBecause';
import { NeedToKnowSheet } from './NeedToKnowSheet';
import { asksForStepUp, StepUp } from './StepUp';
import { useConcern } from './useConcerns';
import { nameOf } from './words';

const route = getRouteApi('/shell/concerns/$id');

/** A concern: what it is, what is done about it, what happened; and of a restricted one, who knows of it. */
export function ConcernPage() {
  const me = useMe();
  const { id } = route.useParams();
  const concern = useConcern(id);
  const found = concern.data;
  return (
    <Page
      title={found ? nameOf(found) : 'Concern'}
      called={found && `Concern ${found.reference}`}
      lead={
        found &&
        [
          found.categoryLabel,
          found.schoolName,
          `raised ${day(found.raisedOn)} by ${found.raisedBy}`,
          found.reference,
        ]
          .filter(Boolean)
          .join(' · ')
      }
      crumbs={[{ label: 'Concerns', to: '/concerns' }]}
    >
      {concern.isPending && <Loading what="the concern" />}
      {concern.isError &&
        (asksForStepUp(concern.error) ? (
          <StepUp problem={concern.error} />
        ) : (
          <Failed cause={concern.error} retry={() => concern.refetch()} />
        ))}
      {found && (
        <div className="stack">
          <ConcernSheet concern={found} />
          {found.handled && <ConcernMoves concern={found} />}
          {found.complaint && <ComplaintSheet concern={found} />}
          <ConcernActions concern={found} />
          <Chronology concern={found} />
          {found.restricted && may(me, 'need:moderate', found.schoolUrn) && <NeedBecause concern={found} />}
          {found.restricted && found.handled && <NeedToKnowSheet concern={found} />}
        </div>
      )}
    </Page>
  );
}
