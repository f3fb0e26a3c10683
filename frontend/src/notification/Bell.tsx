import { Link } from '@tanstack/react-router';
import { useUnread } from './useNotifications';

/** The way to what somebody is told, and how much of it is unread. */
export function Bell() {
  const unread = useUnread();
  return (
    <Link to="/notifications" className="button bell" activeProps={{ 'aria-current': 'page' }}>
      Notifications{' '}
      {unread > 0 && (
        <span className="unread">
          {unread > 99 ? '99+' : unread}
          <span className="visually-hidden"> unread</span>
        </span>
      )}
    </Link>
  );
}
