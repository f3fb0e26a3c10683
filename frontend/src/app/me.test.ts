import { describe, expect, it } from 'vitest';
import type { Me } from '../api/types.gen';
import { may } from './me';

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
});
