import { Link } from '@tanstack/react-router';
import type { Committee, MeetingDecision } from '../api/types.gen';
import { Empty, Failed, Loading } from '../ui/Page';
import { useDecisions } from './useCommittees';
import { VOTE } from './words';

/** Who voted how, as a sentence; nothing where it was no vote. */
export function votesOf({ votes }: MeetingDecision): string {
  return (['for', 'against', 'abstained'] as const)
    .map((kind) => {
      const names = votes.filter(({ vote }) => vote === kind).map(({ name }) => name);
      return names.length > 0 ? `${VOTE[kind]}: ${names.join(', ')}` : '';
    })
    .filter(Boolean)
    .join(' · ');
}

/** What a committee has decided last. */
export function Decisions({ committee }: { committee: Committee }) {
  const decisions = useDecisions(committee.id);
  return (
    <section className="sheet stack" aria-labelledby="decisions-title">
      <header>
        <h2 id="decisions-title">Decisions</h2>
      </header>
      {decisions.isPending && <Loading what="decisions" />}
      {decisions.isError && <Failed cause={decisions.error} retry={() => decisions.refetch()} />}
      {decisions.data?.results.length === 0 && <Empty>Nothing has been decided yet.</Empty>}
      {decisions.data && decisions.data.results.length > 0 && (
        <ul className="activity">
          {decisions.data.results.map((decision) => (
            <li key={decision.id}>
              <span>
                <Link to="/meetings/$id" params={{ id: decision.meetingId }}>
                  {decision.text}
                </Link>
              </span>
              {decision.votes.length > 0 && <span className="small">{votesOf(decision)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
