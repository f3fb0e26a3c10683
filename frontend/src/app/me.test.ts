import { describe, expect, it } from 'vitest';
import type { Me } from '../api/types.gen';
import { may, maySeveral } from './me';

const head = {
  permissions: [{ permission: 'cycles:change', trust: false, schools: [900001] }],
} as unknown as Me;

describe('what somebody may do', () => {
  it('counts in the schools of the grant', () => {
    expect(may(head, 'cycles:change', 900001)).toBe(true);
    expect(may(head, 'cycles:change', 900002)).toBe(false);
    expect(may(head, 'cycles:change')).toBe(true);
    expect(may(head, 'people:manage')).toBe(false);
  });

  it('counts everywhere for the whole trust', () => {
    const leader = {
      permissions: [{ permission: 'cycles:change', trust: true, schools: [] }],
    } as unknown as Me;
    expect(may(leader, 'cycles:change', 900002)).toBe(true);
  });

  it('counts in several schools by a grant of the trust, or by grants of more than one school', () => {
    const grants = (...schools: number[]) =>
      ({
        permissions: schools.map((urn) => ({ permission: 'outcomes:read', trust: false, schools: [urn] })),
      }) as unknown as Me;
    expect(maySeveral(grants(900001), 'outcomes:read')).toBe(false);
    expect(maySeveral(grants(900001, 900001), 'outcomes:read')).toBe(false);
    expect(maySeveral(grants(900001, 900002), 'outcomes:read')).toBe(true);
    expect(maySeveral(grants(900001, 900002), 'cycles:read')).toBe(false);
  });
});
