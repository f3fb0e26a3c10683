import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { workResourceGet } from '../api/sdk.gen';
import type { WorkItem } from '../api/types.gen';
import { useMe } from '../app/me';
import { draftOf, type Reported, ReportForm } from '../cycle/ReportForm';
import { hasDraft } from '../ui/drafts';
import { today } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { grouped } from './groups';
import { WorkEntry } from './WorkEntry';

/** The action that something is about, for those who report on it. */
function reported({ kind, subject, title, status }: WorkItem): Reported[] {
  return kind === 'action' && subject
    ? [{ id: subject.id, title, status: status as Reported['status'] }]
    : [];
}

/**
 * What somebody has to do next, what is overdue first; an update, a decision or a signature is one click away.
 *
 * @param begin the way to begin something that waits for nobody
 */
export function MyWork({ begin }: { begin?: ReactNode }) {
  const me = useMe();
  // Nothing chosen yet: what was typed before and not saved opens by itself.
  const [chosen, setChosen] = useState<Reported | null>();
  const work = useQuery({ queryKey: ['work'], queryFn: () => answered(workResourceGet()) });
  const items = work.data?.results ?? [];
  const reporting =
    chosen === undefined ? items.flatMap(reported).find(({ id }) => hasDraft(draftOf(me.id, id))) : chosen;
  return (
    <section className="sheet stack" aria-labelledby="work-title">
      <header>
        <h2 id="work-title">My work</h2>
        {items.length > 0 && (
          <p className="soft small">
            {items.length === 1 ? 'One thing waits for you' : `${items.length} things wait for you`}
          </p>
        )}
      </header>
      {work.isPending && <Loading what="your work" />}
      {work.isError && <Failed cause={work.error} retry={() => work.refetch()} />}
      {work.data && items.length === 0 && <Empty>Nothing waits for you.</Empty>}
      {grouped(items, today()).map((group) => (
        <div key={group.title}>
          <h3>
            {group.title} <span className="soft small">{group.items.length}</span>
          </h3>
          <ul className="standing">
            {group.items.map((item) => (
              <WorkEntry
                key={`${item.kind} ${item.subject?.id}`}
                item={item}
                onReport={() => setChosen(reported(item)[0])}
              />
            ))}
          </ul>
        </div>
      ))}
      {work.data && !work.data.complete && (
        <p className="soft small">There is more; it is listed when this is done.</p>
      )}
      {begin}
      {reporting && <ReportForm key={reporting.id} action={reporting} onClose={() => setChosen(null)} />}
    </section>
  );
}
