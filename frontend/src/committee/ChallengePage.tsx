import { getRouteApi, Link } from '@tanstack/react-router';
import type { Challenge } from '../api/types.gen';
import { day } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { When } from '../ui/When';
import { ChallengeMoves } from './ChallengeMoves';
import { useChallenge } from './useCommittees';
import { CHALLENGE, SAID } from './words';

const route = getRouteApi('/shell/challenges/$id');

function About({ link, schoolUrn }: Challenge) {
  if (!link) {
    return null;
  }
  const title = link.title ?? link.id;
  return (
    <p className="small">
      About{' '}
      {link.kind === 'target' ? (
        <Link to="/targets/$id" params={{ id: link.id }}>
          {title}
        </Link>
      ) : link.kind === 'measure' && schoolUrn ? (
        <Link to="/schools/$urn/outcomes" params={{ urn: String(schoolUrn) }} search={{ measure: link.id }}>
          {title}
        </Link>
      ) : (
        title
      )}
    </p>
  );
}

/** A challenge: what was asked, every answer, and what the committee said of it. */
export function ChallengePage() {
  const { id } = route.useParams();
  const challenge = useChallenge(id);
  const found = challenge.data?.challenge;
  return (
    <Page
      title="Challenge"
      lead={
        found &&
        [found.committeeName, found.schoolName ?? 'the trust', `raised ${day(found.raisedOn)}`].join(' · ')
      }
      crumbs={[{ label: 'Challenges', to: '/challenges' }]}
      actions={
        found && (
          <button className="button" type="button" onClick={() => print()}>
            Print
          </button>
        )
      }
    >
      {challenge.isPending && <Loading what="the challenge" />}
      {challenge.isError && <Failed cause={challenge.error} retry={() => challenge.refetch()} />}
      {challenge.data && found && (
        <div className="stack">
          <section className="sheet stack" aria-labelledby="question-title">
            <header>
              <h2 id="question-title">Question</h2>
              <Pill tone={CHALLENGE[found.status].tone}>{CHALLENGE[found.status].label}</Pill>
            </header>
            <p className="line">{found.question}</p>
            <p className="soft small">
              {found.askedBy} asks {found.askedName}, to be answered by {day(found.dueOn)}
              {found.reopened && '; an answer did not satisfy the committee'}
            </p>
            <About {...found} />
            {found.meetingId && (
              <p className="small">
                <Link to="/meetings/$id" params={{ id: found.meetingId }}>
                  The meeting in which it was raised
                </Link>
              </p>
            )}
            <ChallengeMoves challenge={found} />
          </section>
          <section className="sheet stack" aria-labelledby="answers-title">
            <header>
              <h2 id="answers-title">What was said</h2>
            </header>
            {challenge.data.entries.length === 0 && <Empty>It has not been answered yet.</Empty>}
            <ul className="activity">
              {challenge.data.entries.map((entry) => (
                <li key={entry.id}>
                  <span>
                    <strong>{entry.author}</strong> {SAID[entry.kind]}
                  </span>
                  <span className="line">{entry.text}</span>
                  <span className="soft small">
                    <When at={entry.at} />
                    {entry.answerBy && ` · to be answered again by ${day(entry.answerBy)}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Page>
  );
}
