import type { Me } from '../api/types.gen';
import { may } from './me';

interface Place {
  to: '/' | '/schools' | '/cycles' | '/data-quality' | '/imports' | '/people' | '/integrations' | '/help';
  label: string;
  permission?: string;
}

const PLACES: Place[] = [
  { to: '/', label: 'Home' },
  { to: '/schools', label: 'Schools', permission: 'schools:read' },
  { to: '/cycles', label: 'Cycles', permission: 'cycles:read' },
  { to: '/data-quality', label: 'Data quality', permission: 'data-quality:read' },
  { to: '/imports', label: 'Imports', permission: 'results:push' },
  { to: '/people', label: 'People', permission: 'people:manage' },
  { to: '/integrations', label: 'Integrations', permission: 'integrations:manage' },
  { to: '/help', label: 'Help' },
];

/** Where a person can go. */
export function placesOf(me: Me): Place[] {
  return PLACES.filter((place) => !place.permission || may(me, place.permission));
}
