import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { commissionMatchResourceMatch } from '../api/sdk.gen';
import type { CommissionCandidate, CommissionDetail } from '../api/types.gen';
import { AskDialog } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { Empty, Failed } from '../ui/Page';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { CandidateCard } from './CandidateCard';
import { GoOutside } from './GoOutside';
import { useCandidates } from './useCommissions';

const SHOWN = 5;
const ALL = 200;

/** Who can give it: the best matches first, with why; from outside where nobody inside fits. */
export function MatchSheet({ detail }: { detail: CommissionDetail }) {
  const { commission } = detail;
  const queries = useQueryClient();
  const change = useChange();
  const [all, setAll] = useState(false);
  const [choosing, setChoosing] = useState<CommissionCandidate>();
  const [outside, setOutside] = useState(false);
  const candidates = useCandidates(commission.id, all ? ALL : SHOWN);
  const found = candidates.data;
  const match = async (candidate: CommissionCandidate, reason?: string) => {
    await answered(
      commissionMatchResourceMatch({
        path: { id: commission.id },
        body: { expertId: candidate.expertId, reason },
      }),
    );
    await queries.invalidateQueries();
  };
  return (
    <section className="sheet stack" aria-labelledby="match-title">
      <header>
        <h2 id="match-title">Who can give it</h2>
        {found && (
          <span className="soft small">
            {found.fitting} of {found.paging.totalResults} in the trust
          </span>
        )}
      </header>
      <FormProblem problem={change.problem} />
      {candidates.isError && <Failed cause={candidates.error} retry={() => candidates.refetch()} />}
      {found && found.results.length === 0 && (
        <Empty>Nobody in the trust offers support yet. Somebody who does offers it under Expertise.</Empty>
      )}
      {found && (
        <ul className="candidates">
          {found.results.map((candidate, at) => (
            <CandidateCard key={candidate.expertId} candidate={candidate} first={at === 0}>
              {candidate.fits && commission.expertId !== candidate.expertId && (
                <p className="actions">
                  <button
                    className={at === 0 ? 'button primary' : 'button'}
                    type="button"
                    aria-disabled={change.busy}
                    onClick={() => (at === 0 ? change.run(() => match(candidate)) : setChoosing(candidate))}
                  >
                    Choose {candidate.name}
                  </button>
                </p>
              )}
              {commission.expertId === candidate.expertId && <p className="small">Matched.</p>}
            </CandidateCard>
          ))}
        </ul>
      )}
      <p className="actions">
        {found && found.paging.totalResults > SHOWN && (
          <button className="button" type="button" onClick={() => setAll(!all)}>
            {all ? 'Show the best alone' : `Show all ${found.paging.totalResults}`}
          </button>
        )}
        <button className="button quiet" type="button" onClick={() => setOutside(true)}>
          Nobody inside fits
        </button>
      </p>
      {choosing && (
        <AskDialog
          title={`Why ${choosing.name}?`}
          action={`Choose ${choosing.name}`}
          asked={() => [{ name: 'reason', label: 'Reason', hint: 'It is recorded', kind: 3 }]}
          work={({ reason }) => match(choosing, reason)}
          onClose={() => setChoosing(undefined)}
        >
          <p>Others match better. The reason stands with the match.</p>
        </AskDialog>
      )}
      {outside && <GoOutside commission={commission} onClose={() => setOutside(false)} />}
    </section>
  );
}
