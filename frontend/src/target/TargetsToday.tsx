import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { priorityResourceList, targetResourceList } from '../api/sdk.gen';
import type { CycleSummary, Target } from '../api/types.gen';
import { GROUPS } from '../outcome/groups';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { STATUS, worstFirst } from './status';

/** How the targets of a few cycles stand today, those in trouble first. */
export function TargetsToday({ cycles }: { cycles: CycleSummary[] }) {
  const priorities = useQueries({
    queries: cycles.map(({ id }) => ({
      queryKey: ['priorities', id],
      queryFn: () => answered(priorityResourceList({ path: { id }, query: { pageSize: 100 } })),
    })),
  });
  const targets = useQueries({
    queries: priorities
      .flatMap((one) => one.data?.results ?? [])
      .map(({ id }) => ({
        queryKey: ['targets', id],
        queryFn: () => answered(targetResourceList({ path: { id }, query: { pageSize: 100 } })),
      })),
  });
  const failed = [...priorities, ...targets].find((one) => one.isError);
  const waiting = [...priorities, ...targets].some((one) => one.isPending);
  const found = targets.flatMap((one) => one.data?.results ?? []).sort(worstFirst);
  return (
    <section className="sheet" aria-labelledby="targets-title">
      <header>
        <h2 id="targets-title">Targets today</h2>
      </header>
      {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
      {!failed && waiting && <Loading what="targets" />}
      {!failed && !waiting && found.length === 0 && (
        <Empty>No target yet. Set one on the page of the cycle, for one of its priorities.</Empty>
      )}
      <ul className="activity">
        {found.map((target) => (
          <Line
            key={target.id}
            target={target}
            where={cycles.length > 1 ? nameOf(target, cycles) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

function Line({ target, where }: { target: Target; where: string | undefined }) {
  const status = STATUS[target.status];
  return (
    <li>
      <span className="actions">
        <Pill tone={status.tone}>{status.label}</Pill>
        <Link to="/targets/$id" params={{ id: target.id }}>
          {target.measureLabel}, {(GROUPS[target.pupilGroup] ?? target.pupilGroup).toLowerCase()}
        </Link>
        {where && <span className="soft small">{where}</span>}
      </span>
      <span className="small">{target.statusReason}</span>
    </li>
  );
}

function nameOf(target: Target, cycles: CycleSummary[]): string | undefined {
  return cycles.find((cycle) => cycle.id === target.cycleId)?.schoolName ?? 'The trust';
}
