import type { Committee } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Empty, Failed, Loading } from '../ui/Page';
import { MeetingActions } from './MeetingActions';
import { useOpenActions } from './useCommittees';

/** What is open of what was given to do in the meetings of a committee. */
export function OpenActions({ committee }: { committee: Committee }) {
  const me = useMe();
  const actions = useOpenActions(committee.id);
  return (
    <section className="sheet stack" aria-labelledby="actions-title">
      <header>
        <h2 id="actions-title">Open actions</h2>
      </header>
      {actions.isPending && <Loading what="actions" />}
      {actions.isError && <Failed cause={actions.error} retry={() => actions.refetch()} />}
      {actions.data?.results.length === 0 && <Empty>Everything is done.</Empty>}
      {actions.data && <MeetingActions actions={actions.data.results} keeps={may(me, 'meetings:keep')} />}
    </section>
  );
}
