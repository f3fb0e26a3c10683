import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../app/address';
import {
  type Asked,
  askedIn,
  dataSetSearch,
  fits,
  narrows,
  orderOf,
  pressed,
  queryOf,
  searchOf,
} from './query';

const NOTHING = askedIn({});

const ALL: Asked = {
  picked: {
    academicYear: ['2024/2025', '2025/2026'],
    measureCode: ['KS2_RWM_EXP'],
    subject: ['Art, craft and design', '100% "maths" \\ more', 'Français & co = 1'],
  },
  conditions: [
    { column: 'value', sign: 'gte', value: '60' },
    { column: 'value', sign: 'notEq', value: '61.5' },
    { column: 'gradeSet', sign: 'eq', value: 'a.gte.b, c' },
  ],
  indicators: ['value', 'cohortSize'],
  sort: ['-value', 'schoolUrn'],
  asAt: '2026-03-31',
  labels: 'codes',
  page: 3,
  drawn: 'value',
  plain: true,
};

/** Through the bar of the browser and back. */
function again(asked: Asked): Asked {
  return askedIn(dataSetSearch(parseSearch(stringifySearch(searchOf(asked)))));
}

describe('a question in the address', () => {
  it('comes back as it was, with every awkward value', () => {
    expect(again(ALL)).toEqual(ALL);
  });

  it('names one version or one day, not both', () => {
    const asked = again({ ...ALL, asAt: undefined, version: '1.4' });
    expect(asked.version).toBe('1.4');
    expect(queryOf(asked)).toMatchObject({ version: '1.4' });
    expect(again({ ...ALL, version: '1.4' }).version).toBeUndefined();
  });

  it('is no address at all where nothing is asked', () => {
    expect(stringifySearch(searchOf(NOTHING))).toBe('');
    expect(again(NOTHING)).toEqual(NOTHING);
  });

  it('can be read by people', () => {
    const search = searchOf({ ...NOTHING, picked: { pupilGroup: ['ALL', 'DISADVANTAGED'] } });
    expect(search.pupilGroup).toBe('ALL,DISADVANTAGED');
  });

  it('leaves out what is no condition, no page and no labels', () => {
    expect(askedIn({ where: 'value,value.like.3,value.gte.', page: '-2', labels: 'all' })).toEqual(NOTHING);
    expect(dataSetSearch({ 'a b': 'c', schoolUrn: 900001, sort: '' })).toEqual({});
  });
});

describe('the length of a question', () => {
  const long = (codes: number, code = 'MEASURE') =>
    fits({ ...NOTHING, picked: { measureCode: Array.from({ length: codes }, (_, at) => `${code}_${at}`) } });

  it('leaves everything possible for one as people ask it', () => {
    expect(fits(ALL)).toEqual({ kept: true, address: true, download: true });
  });

  it('is said before something fails', () => {
    expect(long(700)).toEqual({ kept: false, address: true, download: true });
    expect(long(1_000)).toEqual({ kept: false, address: true, download: false });
    expect(long(4_000)).toEqual({ kept: false, address: false, download: false });
  });

  it('is that of the address, in which one letter can take nine', () => {
    expect(long(100, '\u5b66\u6821'.repeat(30)).download).toBe(false);
  });
});

describe('a question to the API', () => {
  it('says each condition, and nothing of the page', () => {
    expect(queryOf(ALL)).toEqual({
      criteria: {
        and: [
          { column: 'academicYear', in: ['2024/2025', '2025/2026'] },
          { column: 'measureCode', eq: 'KS2_RWM_EXP' },
          { column: 'subject', in: ALL.picked.subject },
          { column: 'value', gte: '60' },
          { column: 'value', notEq: '61.5' },
          { column: 'gradeSet', eq: 'a.gte.b, c' },
        ],
      },
      indicators: ['value', 'cohortSize'],
      sort: ['-value', 'schoolUrn'],
      labels: 'codes',
      asAt: '2026-03-31',
    });
  });

  it('needs no and where there is one condition, and no criteria where there is none', () => {
    const one = { ...NOTHING, conditions: ALL.conditions.slice(0, 1) };
    expect(queryOf(one)).toEqual({ criteria: { column: 'value', gte: '60' }, labels: 'both' });
    expect(queryOf(NOTHING)).toEqual({ labels: 'both' });
    expect(narrows(one)).toBe(true);
    expect(narrows(NOTHING)).toBe(false);
  });
});

describe('the header of a column', () => {
  it('sorts figures from the largest, then from the smallest, then no more', () => {
    const falling = { ...NOTHING, sort: pressed(NOTHING, 'value', true) };
    expect(orderOf(falling, 'value')).toBe('falling');
    const rising = { ...NOTHING, sort: pressed(falling, 'value', true) };
    expect(orderOf(rising, 'value')).toBe('rising');
    expect(pressed(rising, 'value', true)).toEqual([]);
  });

  it('sorts names from the first', () => {
    expect(pressed(NOTHING, 'schoolUrn', false)).toEqual(['schoolUrn']);
    expect(orderOf({ ...NOTHING, sort: ['schoolUrn'] }, 'value')).toBeUndefined();
  });
});
