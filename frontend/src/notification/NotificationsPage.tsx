import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Notification } from '../api/types.gen';
import { ThingLink } from '../thing/ThingLink';
import { FormProblem } from '../ui/Field';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { Switch } from '../ui/Switch';
import { useChange } from '../ui/useChange';
import { When } from '../ui/When';
import { DigestSetting } from './DigestSetting';
import { useNotifications, useReading } from './useNotifications';

/** What the address of the page can say. */
export interface NotificationSearch {
  show?: 'unread' | undefined;
  page?: number | undefined;
}

const route = getRouteApi('/shell/notifications');
const WAYS = ['all', 'unread'] as const;

/** What somebody is told, the newest first; what is read stays. And whether it comes by e-mail. */
export function NotificationsPage() {
  const { show, page = 1 } = route.useSearch();
  const navigate = useNavigate();
  const change = useChange();
  const reading = useReading();
  const told = useNotifications(show === 'unread', page);
  const read = (id?: string) => change.run(() => reading(id));
  return (
    <Page
      title="Notifications"
      actions={
        (told.data?.unread ?? 0) > 0 && (
          <button className="button" type="button" aria-disabled={change.busy} onClick={() => read()}>
            Mark all as read
          </button>
        )
      }
    >
      <div className="stack">
        <section className="sheet stack" aria-label="What you are told">
          <Switch
            label="Show"
            ways={WAYS}
            chosen={show ?? 'all'}
            onChoose={(way) =>
              navigate({
                to: '/notifications',
                search: { show: way === 'unread' ? way : undefined, page: undefined },
              })
            }
          />
          <FormProblem problem={change.problem} />
          {told.isPending && <Loading what="notifications" />}
          {told.isError && <Failed cause={told.error} retry={() => told.refetch()} />}
          {told.data?.results.length === 0 && (
            <Empty>
              {show === 'unread'
                ? 'You have read everything.'
                : 'Nothing yet. You are told here when somebody mentions you, gives you an action, or waits for you.'}
            </Empty>
          )}
          {told.data && told.data.results.length > 0 && (
            <ul className="standing">
              {told.data.results.map((one) => (
                <Told key={one.id} notification={one} onRead={() => read(one.id)} />
              ))}
            </ul>
          )}
          {told.data && (
            <Paging
              paging={told.data.paging}
              what="notifications"
              onPage={(next) => navigate({ to: '/notifications', search: { show, page: next } })}
            />
          )}
        </section>
        <DigestSetting />
      </div>
    </Page>
  );
}

function Told({ notification, onRead }: { notification: Notification; onRead: () => void }) {
  const { words, subject, title, schoolName, at, readAt, kind } = notification;
  return (
    <li>
      {readAt ? <Pill tone="calm">Read</Pill> : <Pill tone="warn">New</Pill>}
      <div>
        <p>{words}</p>
        <p>
          <ThingLink
            subject={subject}
            part={kind === 'mentioned' ? 'comments' : undefined}
            onFollow={readAt ? undefined : onRead}
          >
            {title}
          </ThingLink>
        </p>
        <p className="soft small">
          {schoolName && `${schoolName} · `}
          <When at={at} />
        </p>
        {!readAt && (
          <p className="actions">
            <button
              className="button quiet"
              type="button"
              aria-label={`Mark as read: ${words} ${title}`}
              onClick={onRead}
            >
              Mark as read
            </button>
          </p>
        )}
      </div>
    </li>
  );
}
