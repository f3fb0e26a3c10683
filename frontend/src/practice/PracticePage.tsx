import { getRouteApi, Link } from '@tanstack/react-router';
import { ActivityList } from '../activity/ActivityList';
import type { GoodPractice } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { day } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { Measures } from './Measures';
import { ReviewDue } from './PracticeSheet';
import { PracticeUpkeep } from './PracticeUpkeep';
import { Slots } from './Slots';
import { usePractice } from './usePractice';

const route = getRouteApi('/shell/good-practice/$id');

/** One entry: what is done, what came of it, where, how one knows, and whom to ask. */
export function PracticePage() {
  const { id } = route.useParams();
  const me = useMe();
  const practice = usePractice(id);
  const found = practice.data;
  const school = found?.schoolUrn ?? undefined;
  return (
    <Page
      title={found?.title ?? 'Good practice'}
      lead={
        found &&
        [found.schoolName ?? 'The trust', found.area, day(found.publishedOn)].filter(Boolean).join(' · ')
      }
      crumbs={[{ label: 'Good practice', to: '/good-practice' }]}
      actions={
        found &&
        !found.withdrawnOn &&
        mayIn(me, 'cycles:change', school) && <PracticeUpkeep practice={found} />
      }
    >
      {practice.isPending && <Loading what="the entry" />}
      {practice.isError && <Failed cause={practice.error} retry={() => practice.refetch()} />}
      {found && (
        <div className="stack">
          {found.withdrawnOn && (
            <p className="notice warn">
              ▲ Retired on {day(found.withdrawnOn)}: {found.withdrawalReason}
            </p>
          )}
          <Told practice={found} />
          <Measures practice={found} />
          <Slots practice={found} />
          {mayIn(me, 'cycles:read', school) && (
            <ActivityList title="History" filter={{ subject: 'practice', subjectId: id }} />
          )}
        </div>
      )}
    </Page>
  );
}

function Told({ practice }: { practice: GoodPractice }) {
  return (
    <section className="sheet stack" aria-labelledby="told-title">
      <header>
        <h2 id="told-title">What is done</h2>
        <ReviewDue practice={practice} />
      </header>
      <p className="line">{practice.what}</p>
      <dl className="facts">
        <dt>What came of it</dt>
        <dd className="line">{practice.impact}</dd>
        {practice.context && (
          <>
            <dt>Where it worked</dt>
            <dd className="line">{practice.context}</dd>
          </>
        )}
        {practice.evidence && (
          <>
            <dt>How one knows</dt>
            <dd>
              {practice.evidence.split('\n').map((line, at) => (
                <Line key={at} text={line.trim()} />
              ))}
            </dd>
          </>
        )}
        <dt>Whom to talk to</dt>
        <dd>{practice.contact ?? 'The school names nobody in particular'}</dd>
        <dt>Looked at again</dt>
        <dd>
          {[
            practice.reviewedOn && `last on ${day(practice.reviewedOn)}`,
            `${practice.reviewOverdue ? 'due since' : 'next on'} ${day(practice.reviewOn)}`,
          ]
            .filter(Boolean)
            .join(', ')}
        </dd>
        {practice.publishedBy && (
          <>
            <dt>Published by</dt>
            <dd>
              {practice.publishedBy}
              {practice.cycleId && (
                <>
                  {' · '}
                  <Link
                    to="/cycles/$id/evaluation"
                    params={{ id: practice.cycleId }}
                    hash={`evaluation-${practice.priorityId}`}
                  >
                    Its evaluation
                  </Link>
                </>
              )}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** A line of the evidence: the address of a page leads there. */
function Line({ text }: { text: string }) {
  return (
    <p>
      {/^https:\/\/\S+$/.test(text) ? (
        <a href={text} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      ) : (
        text
      )}
    </p>
  );
}
