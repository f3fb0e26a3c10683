import { getRouteApi } from '@tanstack/react-router';
import type { ChallengeStatus } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { Export } from '../ui/Export';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { CHALLENGE_COLUMNS, ChallengeTable } from './ChallengeTable';
import { CommitteeChoice } from './CommitteeChoice';
import { useChallenges } from './useCommittees';
import { CHALLENGE } from './words';

const route = getRouteApi('/shell/challenges');

/** What the address of the list can say. */
export interface ChallengeSearch {
  status?: ChallengeStatus | undefined;
  committee?: string | undefined;
  school?: number | undefined;
  page?: number | undefined;
}

/** The record of challenges over time, which a committee can show to an inspector. */
export function ChallengeList() {
  const me = useMe();
  const { status, committee, school, page } = route.useSearch();
  const navigate = route.useNavigate();
  const challenges = useChallenges({ status, committeeId: committee, schoolUrn: school, page });
  const choose = (next: Partial<ChallengeSearch>) =>
    navigate({ search: (before) => ({ ...before, ...next, page: undefined }) });
  return (
    <Page
      title="Challenges"
      lead="What committees asked, what was answered, and whether they were satisfied. Nothing of it is ever changed."
      actions={
        challenges.data &&
        challenges.data.results.length > 0 && (
          <>
            <Export name={['challenges']} columns={CHALLENGE_COLUMNS} rows={challenges.data.results} />
            <button className="button" type="button" onClick={() => print()}>
              Print
            </button>
          </>
        )
      }
    >
      <div className="stack">
        <div className="filters">
          <Choice
            label="Status"
            options={[
              ['', 'All'],
              ...(Object.entries(CHALLENGE).map(([code, { label }]) => [code, label]) as [
                ChallengeStatus,
                string,
              ][]),
            ]}
            chosen={status ?? ''}
            onChoose={(next) => choose({ status: next || undefined })}
          />
          {may(me, 'committees:read') && (
            <CommitteeChoice chosen={committee} onChoose={(next) => choose({ committee: next })} />
          )}
        </div>
        {challenges.isPending && <Loading what="challenges" />}
        {challenges.isError && <Failed cause={challenges.error} retry={() => challenges.refetch()} />}
        {challenges.data && (
          <section className="sheet" aria-label="Challenges">
            {challenges.data.results.length === 0 ? (
              <Empty>
                {status || committee || school
                  ? 'No such challenge. Show all to see the others.'
                  : 'No challenge that you may see. A member of a committee raises one on the page of the committee.'}
              </Empty>
            ) : (
              <ChallengeTable challenges={challenges.data.results} />
            )}
            <Paging
              paging={challenges.data.paging}
              what="challenges"
              onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
            />
          </section>
        )}
      </div>
    </Page>
  );
}
