import type { Me } from '../api/types.gen';
import { may } from './me';

interface Place {
  to: '/' | '/schools' | '/cycles' | '/imports' | '/people' | '/help';
  label: string;
  permission?: string;
}

const PLACES: Place[] = [
  { to: '/', label: 'Home' },
  { to: '/schools', label: 'Schools', permission: 'schools:read' },
  { to: '/cycles', label: 'Cycles', permission: 'cycles:read' },
  { to: '/imports', label: 'Imports', permission: 'results:push' },
  { to: '/people', label: 'People', permission: 'people:manage' },
  { to: '/help', label: 'Help' },
];

/** Where a person can go. */
export function placesOf(me: Me): Place[] {
  return PLACES.filter((place) => !place.permission || may(me, place.permission));
}
