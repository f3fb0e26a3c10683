import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './address';

describe('the address', () => {
  it('keeps a URN as it was typed', () => {
    expect(parseSearch('?search=900001')).toEqual({ search: '900001' });
    expect(stringifySearch({ search: '900001', page: 2 })).toBe('?search=900001&page=2');
  });

  it('leaves out what is not set', () => {
    expect(stringifySearch({ search: undefined, status: '' })).toBe('');
  });
});
