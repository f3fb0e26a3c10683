import { Link } from '@tanstack/react-router';
import type { Meeting } from '../api/types.gen';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import type { Column } from '../ui/Table';
import { MEETING } from './words';

/** The columns of meetings, on the page of a committee and in the list of all. */
export const MEETING_COLUMNS: Column<Meeting>[] = [
  {
    label: 'Day',
    text: (meeting) => day(meeting.day),
    show: (meeting) => (
      <Link to="/meetings/$id" params={{ id: meeting.id }}>
        {day(meeting.day)}
      </Link>
    ),
  },
  { label: 'Begins', text: ({ startsAt }) => startsAt },
  { label: 'Where', text: ({ place, link }) => place ?? (link ? 'Online' : '') },
  {
    label: 'Status',
    text: ({ status }) => MEETING[status].label,
    show: ({ status }) => <Pill tone={MEETING[status].tone}>{MEETING[status].label}</Pill>,
  },
  {
    label: 'Minutes',
    text: ({ approvedAt, status }) => (approvedAt ? 'Approved' : status === 'held' ? 'Draft' : ''),
  },
];
