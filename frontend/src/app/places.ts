import type { Me } from '../api/types.gen';
import { may, mayIn, maySeveral } from './me';

interface Place {
  to:
    | '/'
    | '/schools'
    | '/heat-map'
    | '/need/method'
    | '/outcomes'
    | '/cycles'
    | '/checkpoints'
    | '/learning'
    | '/good-practice'
    | '/commissions'
    | '/support'
    | '/partners'
    | '/expertise'
    | '/concerns'
    | '/committees'
    | '/meetings'
    | '/challenges'
    | '/trust'
    | '/timetable'
    | '/term-dates'
    | '/delegation'
    | '/data'
    | '/data-quality'
    | '/imports'
    | '/people'
    | '/integrations'
    | '/integrations/webhooks'
    | '/help';
  label: string;
  permission?: string;
  /** For those to whom the permission gives more than one school. */
  several?: boolean;
  /** Found by searching, not listed beside every page. */
  hidden?: boolean;
  /** For those to whom the permission gives the whole trust. */
  trust?: boolean;
}

const PLACES: Place[] = [
  { to: '/', label: 'Home' },
  { to: '/schools', label: 'Schools', permission: 'schools:read' },
  { to: '/heat-map', label: 'Need', permission: 'need:read' },
  { to: '/outcomes', label: 'Outcomes', permission: 'outcomes:read', several: true },
  { to: '/cycles', label: 'Cycles', permission: 'cycles:read' },
  { to: '/timetable', label: 'Timetable', permission: 'timetable:read' },
  { to: '/checkpoints', label: 'Checkpoints', permission: 'cycles:read' },
  { to: '/learning', label: 'Learning log', permission: 'cycles:read' },
  { to: '/good-practice', label: 'Good practice', permission: 'schools:read' },
  { to: '/commissions', label: 'Support', permission: 'commissions:read' },
  { to: '/support', label: 'Who supports whom', permission: 'commissions:read', hidden: true },
  { to: '/partners', label: 'Partners', permission: 'support:request', hidden: true },
  { to: '/expertise', label: 'Expertise', permission: 'experts:read' },
  { to: '/concerns', label: 'Concerns', permission: 'concerns:raise' },
  { to: '/committees', label: 'Committees', permission: 'committees:read' },
  { to: '/meetings', label: 'Meetings', permission: 'meetings:read' },
  { to: '/challenges', label: 'Challenges', permission: 'challenges:read' },
  { to: '/trust', label: 'Trust', permission: 'cycles:read', trust: true },
  { to: '/term-dates', label: 'Term dates', permission: 'term-dates:change' },
  { to: '/delegation', label: 'Who decides', permission: 'delegation:read' },
  { to: '/data', label: 'Data sets', permission: 'data-sets:read' },
  { to: '/data-quality', label: 'Data quality', permission: 'data-quality:read' },
  { to: '/imports', label: 'Imports', permission: 'results:push' },
  { to: '/people', label: 'People', permission: 'people:manage' },
  { to: '/integrations', label: 'Integrations', permission: 'integrations:manage' },
  { to: '/integrations/webhooks', label: 'Webhooks', permission: 'integrations:manage', hidden: true },
  { to: '/need/method', label: 'How need is computed', permission: 'method:read', hidden: true },
  { to: '/help', label: 'Help' },
];

/** Where a person can go. */
export function placesOf(me: Me): Place[] {
  return PLACES.filter(
    ({ permission, several, trust }) =>
      !permission ||
      (trust ? mayIn(me, permission, undefined) : several ? maySeveral(me, permission) : may(me, permission)),
  );
}
