import { describe, expect, it } from 'vitest';
import { changed, type Fields, known, patchOf } from './fields';
import { merge } from './merge';

const base: Fields = {
  type: 'learning-walk',
  title: 'Walk',
  summary: '',
  looks: 'priority:a target:b',
  'narrative a': 'Before',
};

describe('merge', () => {
  it('takes what only one of the two has changed', () => {
    const mine = { ...base, summary: 'Mine' };
    const saved = { ...base, title: 'Theirs' };
    expect(merge(base, mine, saved)).toEqual({
      fields: { ...base, summary: 'Mine', title: 'Theirs' },
      theirs: {},
    });
  });

  it('keeps both where both have changed a field, and neither where they agree', () => {
    const mine = { ...base, 'narrative a': 'Mine', summary: 'Same' };
    const saved = { ...base, 'narrative a': 'Theirs', summary: 'Same' };
    const { fields, theirs } = merge(base, mine, saved);
    expect(fields['narrative a']).toBe('Mine');
    expect(fields.summary).toBe('Same');
    expect(theirs).toEqual({ 'narrative a': 'Theirs' });
  });

  it('keeps what was written in a field that the other has emptied', () => {
    const { fields, theirs } = merge(
      base,
      { ...base, 'narrative a': 'Before and after' },
      { ...base, 'narrative a': '' },
    );
    expect(fields['narrative a']).toBe('Before and after');
    expect(theirs).toEqual({ 'narrative a': '' });
  });

  it('merges what is looked at as a list', () => {
    const mine = { ...base, looks: 'target:b priority:c' };
    const saved = { ...base, looks: 'priority:a target:b target:d' };
    expect(merge(base, mine, saved).fields.looks).toBe('target:b priority:c target:d');
  });

  it('loses nothing that was written, whatever was saved', () => {
    const texts = ['', 'x', 'y'];
    for (const was of texts) {
      for (const here of texts) {
        for (const there of texts) {
          const { fields, theirs } = merge({ summary: was }, { summary: here }, { summary: there });
          const visible = [fields.summary, theirs.summary];
          expect(here === was || visible.includes(here)).toBe(true);
          expect(there === was || visible.includes(there)).toBe(true);
        }
      }
    }
  });
});

describe('patchOf', () => {
  const nobody = known([]);

  it('sends what differs, and nothing else', () => {
    expect(patchOf(base, { ...base, summary: 'Calm', title: '' }, nobody)).toEqual({
      summary: 'Calm',
      title: null,
    });
    expect(patchOf(base, base, nobody)).toEqual({});
    expect(changed({}, { title: '' })).toEqual([]);
  });

  it('sends the foci as a whole, and participants by name and role', () => {
    expect(patchOf(base, { ...base, 'judgement b': 'at-risk' }, nobody).foci).toEqual([
      { kind: 'priority', reference: 'a', judgement: undefined, narrative: 'Before' },
      { kind: 'target', reference: 'b', judgement: 'at-risk', narrative: undefined },
    ]);
    const typed = { ...base, participants: 'Teacher of year 3, Reading lead\n\n Governor ' };
    expect(patchOf(base, typed, nobody).participants).toEqual([
      { name: 'Teacher of year 3', role: 'Reading lead' },
      { name: 'Governor', role: undefined },
    ]);
  });

  it('finds people by their names, unless two of them are called so', () => {
    const people = known([
      { id: 'p', name: 'Headteacher' },
      { id: 'q', name: 'Deputy' },
      { id: 'r', name: 'Deputy' },
      { id: 'p', name: 'Headteacher' },
    ]);
    expect(
      patchOf(base, { ...base, participants: 'Headteacher, Lead\nDeputy' }, people).participants,
    ).toEqual([
      { personId: 'p', name: 'Headteacher', role: 'Lead' },
      { personId: undefined, name: 'Deputy', role: undefined },
    ]);
  });
});
