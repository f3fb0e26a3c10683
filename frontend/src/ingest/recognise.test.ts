import { describe, expect, it } from 'vitest';
import { recordsOf } from './csv';
import { formOf } from './head';
import { recognised, yearIn } from './recognise';

const seen = (name: string, text: string, headings = recordsOf(text, text.includes(';') ? ';' : ',')[0]) =>
  recognised(name, { form: formOf(new TextEncoder().encode(text)), headings: headings ?? [], sample: [] });

describe('what a file seems to be', () => {
  it('knows the files of the department and of Ofsted by their headings', () => {
    expect(seen('data.csv', '"URN","LA (code)","EstablishmentName"\n')).toEqual({ kind: 'schools' });
    expect(seen('data.csv', 'Web Link,URN,Inspection number of latest OEIF graded inspection\n')).toEqual({
      kind: 'inspections',
    });
    expect(seen('2016-2017_ks2final.csv', 'RECTYPE,LEA,URN,PTRWM_EXP\n')).toEqual({
      kind: 'published-results',
      keyStage: 'KS2',
      academicYear: '2016/2017',
    });
    expect(seen('936.csv', 'RECTYPE,LEA,URN,ATT8SCR\n')).toEqual({
      kind: 'published-results',
      keyStage: 'KS4',
    });
  });

  it('knows rows of pupils by the names of their columns, whatever the file is called', () => {
    const common = 'sourceSystem,schoolUrn,upn,academicYear,sourceUpdatedAt';
    expect(seen('a.csv', `${common},yearGroup\n`)).toEqual({ kind: 'pupils' });
    expect(seen('a.csv', `${common},assessmentPoint,assessmentCode,score\n`)).toEqual({
      kind: 'assessment-results',
    });
    expect(
      seen(
        'a.csv',
        `${common},term,sessionsPossible,sessionsAuthorisedAbsence,sessionsUnauthorisedAbsence\n`,
      ),
    ).toEqual({ kind: 'attendance' });
    expect(seen('a.csv', `${common},term,suspensions,sessionsSuspended,permanentlyExcluded\n`)).toEqual({
      kind: 'suspensions',
    });
    expect(
      seen('a.csv', 'sourceSystem,schoolUrn,measureCode,academicYear,date,value,sourceUpdatedAt\n'),
    ).toEqual({ kind: 'measure-values' });
    expect(seen('a.csv', 'student.sourcedId,assessmentLineItem.sourcedId,score\n')).toEqual({
      kind: 'assessment-results',
    });
  });

  it('knows them by other names too', () => {
    expect(seen('a.csv', 'MIS;URN;Pupil UPN;Academic Year;NC Year;Gender;Last updated\n')).toEqual({
      kind: 'pupils',
    });
    expect(
      seen(
        'a.csv',
        'URN,UPN,Year,Term,Possible sessions,Authorised absences,Unauthorised absences,Updated\n',
      ),
    ).toEqual({ kind: 'attendance' });
  });

  it('takes the name of the file where nothing else tells, and says nothing when that does not either', () => {
    expect(seen('Attendance autumn.xlsx', 'PK\u0003\u0004')).toEqual({ kind: 'attendance' });
    expect(
      seen('anything.xlsx', 'PK\u0003\u0004', [
        'URN',
        'UPN',
        'Academic year',
        'NC Year',
        'Last updated',
        'MIS',
      ]),
    ).toEqual({ kind: 'pupils' });
    expect(seen('anything.xlsx', 'PK\u0003\u0004')).toBeNull();
    expect(seen('anything.csv', 'a,b,c\n')).toBeNull();
    expect(seen('transfer.xml', '<CTfile/>')).toEqual({ kind: 'ctf' });
  });

  it('finds an academic year in a name, and takes nothing else for one', () => {
    expect(yearIn('england_2022-23_ks2.csv')).toBe('2022/2023');
    expect(yearIn('export 20262027.csv')).toBe('2026/2027');
    expect(yearIn('backup-2026-11-24.csv')).toBeUndefined();
    expect(yearIn('2016-2019.csv')).toBeUndefined();
  });
});
