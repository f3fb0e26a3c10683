import { describe, expect, it } from 'vitest';
import { PUPIL_FIELDS, RESULT_FIELDS } from './fields';
import { headOf } from './head';
import { fingerprint, isPlain, lacking, REASON, renamed, suggested } from './mapping';

const HEADINGS = [
  'MIS',
  'School_URN',
  'Unique Pupil Number',
  'academic year',
  'NC Year',
  'GENDER',
  'Forename',
  'Last updated',
];

describe('which column holds what', () => {
  it('suggests columns whatever their case, blanks and underscores, and by what others call them', () => {
    expect(suggested(HEADINGS, PUPIL_FIELDS)).toEqual({
      sourceSystem: 'MIS',
      schoolUrn: 'School_URN',
      upn: 'Unique Pupil Number',
      academicYear: 'academic year',
      yearGroup: 'NC Year',
      sex: 'GENDER',
      sourceUpdatedAt: 'Last updated',
    });
  });

  it('takes no column twice, and the closest name first', () => {
    const mapping = suggested(['Year', 'Academic Year', 'Year group'], PUPIL_FIELDS);
    expect(mapping.academicYear).toBe('Academic Year');
    expect(mapping.yearGroup).toBe('Year group');
    expect(new Set(Object.values(mapping)).size).toBe(Object.values(mapping).length);
  });

  it('tells which needed fields no column holds', () => {
    expect(lacking(suggested(['UPN', 'URN'], PUPIL_FIELDS), PUPIL_FIELDS)).toEqual([
      'sourceSystem',
      'academicYear',
      'yearGroup',
      'sourceUpdatedAt',
    ]);
  });

  it('asks nothing of a file with the names of the fields, or of OneRoster', () => {
    expect(isPlain([...Object.keys(PUPIL_FIELDS), 'more'], PUPIL_FIELDS)).toBe(true);
    expect(isPlain(['student.sourcedId', 'assessmentLineItem.sourcedId'], RESULT_FIELDS)).toBe(true);
    expect(isPlain(HEADINGS, PUPIL_FIELDS)).toBe(false);
  });

  it('knows a file again by its headings, also when it is one of rejected rows', async () => {
    const first = await fingerprint(HEADINGS);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint([...HEADINGS.map((one) => one.toUpperCase()), REASON])).toBe(first);
    expect(await fingerprint(HEADINGS.slice(1))).not.toBe(first);
  });
});

describe('the file that is sent', () => {
  const renamedText = async (parts: BlobPart[], mapping: Record<string, string>) => {
    const file = new Blob(parts);
    return renamed(file, await headOf(file), mapping);
  };

  it('has the names of the fields in its header line, and every other byte as it was', async () => {
    const sent = await renamedText(['\uFEFF"Pupil; no.";Name;Sex\r\n"A;1";Jo;F\r\n'], {
      upn: 'Pupil; no.',
      sex: 'Sex',
    });
    expect(await sent.text()).toBe('upn;;sex\r\n"A;1";Jo;F\r\n');
  });

  it('keeps bytes that are no UTF-8', async () => {
    const sent = await renamedText(['No,Name\n1,', new Uint8Array([0xe9])], { upn: 'No' });
    expect([...new Uint8Array(await sent.arrayBuffer())].slice(-3)).toEqual([0x31, 0x2c, 0xe9]);
  });

  it('names one of two columns with the same heading', async () => {
    expect(await (await renamedText(['No,No\n1,2'], { upn: 'No' })).text()).toBe('upn,\n1,2');
  });
});
