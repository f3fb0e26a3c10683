import { describe, expect, it } from 'vitest';
import { PUPIL_FIELDS, RESULT_FIELDS } from './fields';
import { fingerprint, isPlain, lacking, suggested } from './mapping';

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

  it('knows a file again by its headings', async () => {
    const first = await fingerprint(HEADINGS);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint(HEADINGS.map((one) => one.toUpperCase()))).toBe(first);
    expect(await fingerprint(HEADINGS.slice(1))).not.toBe(first);
  });
});
