import type { PackAction, PackChallenge, PackItem } from '../api/types.gen';
import { PathLink } from '../committee/PathLink';
import { CHALLENGE } from '../committee/words';
import { day } from '../ui/format';
import { Empty } from '../ui/Page';
import { Pill } from '../ui/Pill';

/** What members asked, and how it stood. */
export function PackedChallenges({ challenges }: { challenges: PackChallenge[] }) {
  return (
    <section className="sheet stack" aria-labelledby="challenges-title">
      <h2 id="challenges-title">Challenges</h2>
      {challenges.length === 0 && <Empty>No challenge was open.</Empty>}
      <ul className="standing">
        {challenges.map((challenge) => {
          const { label, tone } = CHALLENGE[challenge.status];
          return (
            <li key={challenge.id}>
              <Pill tone={tone}>{label}</Pill>
              <div>
                <p>
                  <PathLink path={`/challenges/${challenge.id}`}>{challenge.question}</PathLink>
                </p>
                <p className="soft small">
                  {[
                    `${challenge.askedBy} asked ${challenge.asked} on ${day(challenge.raisedOn)}`,
                    challenge.schoolName,
                    `answer by ${day(challenge.dueOn)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {challenge.answer && <p className="line">{challenge.answer}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What was given to do in earlier meetings and was not done. */
export function PackedActions({ actions }: { actions: PackAction[] }) {
  return (
    <section className="sheet stack" aria-labelledby="actions-title">
      <h2 id="actions-title">Actions of earlier meetings</h2>
      {actions.length === 0 && <Empty>No action was open.</Empty>}
      <ul className="standing">
        {actions.map(({ id, meetingId, what, who, dueOn, overdue }) => (
          <li key={id}>
            <Pill tone={overdue ? 'bad' : 'calm'}>{overdue ? 'Overdue' : 'To do'}</Pill>
            <div>
              <p>
                <PathLink path={`/meetings/${meetingId}#${id}`}>{what}</PathLink>
              </p>
              <p className="soft small">{[who, dueOn && `due ${day(dueOn)}`].filter(Boolean).join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The agenda as it was prepared. */
export function PackedAgenda({ items }: { items: PackItem[] }) {
  return (
    <section className="sheet stack" aria-labelledby="agenda-title">
      <h2 id="agenda-title">Agenda</h2>
      {items.length === 0 && <Empty>The agenda was not prepared when the pack was built.</Empty>}
      <ol className="agenda plain">
        {items.map(({ position, title, link }) => (
          <li key={position} value={position}>
            <PathLink path={link}>{title}</PathLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
