import { Link } from '@tanstack/react-router';
import type { Committee } from '../api/types.gen';
import { useMe } from '../app/me';
import { Empty, Failed, Loading } from '../ui/Page';
import { ChallengeTable } from './ChallengeTable';
import { RaiseChallenge } from './RaiseChallenge';
import { mayInCommittee, useChallenges } from './useCommittees';

/** What a committee has asked and is not settled, and the way to ask more. */
export function OpenChallenges({ committee }: { committee: Committee }) {
  const me = useMe();
  const challenges = useChallenges({ committeeId: committee.id, open: true });
  return (
    <section className="sheet stack" aria-labelledby="challenges-title">
      <header>
        <h2 id="challenges-title">Challenges</h2>
        {mayInCommittee(me, 'challenges:raise', committee.id) && <RaiseChallenge committee={committee} />}
      </header>
      {challenges.isPending && <Loading what="challenges" />}
      {challenges.isError && <Failed cause={challenges.error} retry={() => challenges.refetch()} />}
      {challenges.data?.results.length === 0 && <Empty>Nothing that the committee asked is open.</Empty>}
      {challenges.data && challenges.data.results.length > 0 && (
        <ChallengeTable challenges={challenges.data.results} ofOne />
      )}
      <p className="small">
        <Link to="/challenges" search={{ committee: committee.id }}>
          All challenges of the committee
        </Link>
      </p>
    </section>
  );
}
