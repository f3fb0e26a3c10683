import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CycleSummary, Milestone, Target } from '../api/types.gen';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { nameOf, reasonOf, STATUS, worstFirst } from './status';
import { isMilestone } from './typed';
import { useTargets } from './useTargets';

interface Props {
  cycles: CycleSummary[];
  title: string;
  /** Where one can go from here. */
  way?: ReactNode;
}

/** How the targets of a few cycles stand today, those in trouble first. */
export function TargetsToday({ cycles, title, way }: Props) {
  const { priorities, targets, milestones, failed, waiting } = useTargets(cycles);
  const found = [...targets, ...milestones].filter(({ endedOn }) => !endedOn).toSorted(worstFirst);
  const schoolOf = (target: Target | Milestone) =>
    cycles.length > 1
      ? (cycles.find((cycle) => cycle.id === target.cycleId)?.schoolName ?? 'The trust')
      : undefined;
  const priorityOf = (target: Target | Milestone) =>
    priorities.find(({ id }) => id === target.priorityId)?.title;
  return (
    <section className="sheet" aria-labelledby="targets-title">
      <header>
        <h2 id="targets-title">{title}</h2>
        {way && <p className="actions small">{way}</p>}
      </header>
      {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
      {!failed && waiting && <Loading what="targets" />}
      {!failed && !waiting && found.length === 0 && (
        <Empty>No target yet. Set one on the page of the cycle, for one of its priorities.</Empty>
      )}
      <ul className="standing">
        {(waiting ? [] : found).map((target) => (
          <li key={target.id}>
            <Pill tone={STATUS[target.status].tone}>{STATUS[target.status].label}</Pill>
            <div>
              <p>
                <Link
                  to={isMilestone(target) ? '/milestones/$id' : '/targets/$id'}
                  params={{ id: target.id }}
                >
                  {nameOf(target)}
                </Link>
              </p>
              <p className="small">{reasonOf(target)}</p>
              <p className="soft small">
                {[schoolOf(target), priorityOf(target)].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
