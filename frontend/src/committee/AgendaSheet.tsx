import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { agendaResourceSet } from '../api/sdk.gen';
import type { AgendaItem, AgendaItemTerms, MeetingDetail } from '../api/types.gen';
import { useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { today } from '../ui/format';
import { Empty } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { MinuteItem } from './MinuteItem';
import { opens, PathLink } from './PathLink';

const terms = ({ id, title, link, confidential }: AgendaItem): AgendaItemTerms => ({
  id,
  title,
  link,
  confidential,
});

/** The agenda in its order, each item with its minutes; the clerk adds, moves and takes off. */
export function AgendaSheet({ detail }: { detail: MeetingDetail }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const [adding, setAdding] = useState(false);
  const { meeting, items, mayKeep } = detail;
  const arranges = mayKeep && meeting.status === 'planned';
  const minutes = mayKeep && !meeting.approvedAt && meeting.status !== 'cancelled' && meeting.day <= today();
  const set = async (wanted: AgendaItemTerms[]) => {
    await answered(
      agendaResourceSet({
        path: { id: meeting.id },
        headers: { 'If-Match': `"${meeting.version}"` },
        body: { items: wanted },
      }),
    );
    await queries.invalidateQueries();
  };
  const move = (from: number, to: number) => {
    const wanted = items.map(terms);
    const [moved] = wanted.splice(from, 1);
    if (moved) {
      wanted.splice(to, 0, moved);
    }
    return change.run(() => set(wanted));
  };
  return (
    <section className="sheet stack" aria-labelledby="agenda-title">
      <header>
        <h2 id="agenda-title">Agenda</h2>
        {arranges && (
          <button className="button" type="button" onClick={() => setAdding(true)}>
            Add an item
          </button>
        )}
      </header>
      <FormProblem problem={change.problem} />
      {items.length === 0 && <Empty>The agenda is not prepared yet. The clerk prepares it.</Empty>}
      <ol className="agenda">
        {items.map((item, at) => (
          <li key={item.id}>
            <p>
              <strong>{item.title}</strong> {item.source === 'due' && <Pill tone="warn">Due</Pill>}
              {item.confidential && <Pill tone="calm">Confidential</Pill>}
            </p>
            {item.link && opens(me, item.link) && (
              <p className="small">
                <PathLink path={item.link}>
                  Open it<span className="visually-hidden">: {item.title}</span>
                </PathLink>
              </p>
            )}
            {item.minuted && <p className="line">{item.minuted}</p>}
            {arranges && (
              <p className="actions">
                <button
                  className="button quiet"
                  type="button"
                  aria-disabled={at === 0 || change.busy}
                  onClick={() => at > 0 && move(at, at - 1)}
                >
                  Up<span className="visually-hidden">: {item.title}</span>
                </button>
                <button
                  className="button quiet"
                  type="button"
                  aria-disabled={at === items.length - 1 || change.busy}
                  onClick={() => at < items.length - 1 && move(at, at + 1)}
                >
                  Down<span className="visually-hidden">: {item.title}</span>
                </button>
                <button
                  className="button quiet"
                  type="button"
                  aria-disabled={change.busy}
                  onClick={() =>
                    change.run(() => set(items.filter((other) => other.id !== item.id).map(terms)))
                  }
                >
                  Take off<span className="visually-hidden">: {item.title}</span>
                </button>
              </p>
            )}
            {minutes && <MinuteItem item={item} meeting={meeting} />}
          </li>
        ))}
      </ol>
      {adding && (
        <AskDialog
          title="Add an item"
          action="Add"
          initial={{ confidential: 'no' }}
          asked={() => [
            { name: 'title', label: 'Title', most: 500 },
            {
              name: 'confidential',
              label: 'Confidential',
              options: [
                ['no', 'No'],
                ['yes', 'Yes'],
              ],
            },
          ]}
          work={({ title, confidential }) =>
            set([...items.map(terms), { title: title ?? '', confidential: confidential === 'yes' }])
          }
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
