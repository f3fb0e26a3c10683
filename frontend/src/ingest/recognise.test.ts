import { describe, expect, it } from 'vitest';
import { headOf } from './head';
import { recognised, yearIn } from './recognise';

const seen = async (name: string, text: string) => recognised(name, await headOf(new Blob([text])));

describe('what a file seems to be', () => {
  it('knows the files of the department and of Ofsted by their headings', async () => {
    expect(await seen('data.csv', '"URN","LA (code)","EstablishmentName"\n')).toEqual({ kind: 'schools' });
    expect(
      await seen('data.csv', 'Web Link,URN,Inspection number of latest OEIF graded inspection\n'),
    ).toEqual({
      kind: 'inspections',
    });
    expect(await seen('2016-2017_ks2final.csv', 'RECTYPE,LEA,URN,PTRWM_EXP\n')).toEqual({
      kind: 'published-results',
      keyStage: 'KS2',
      academicYear: '2016/2017',
    });
    expect(await seen('936.csv', 'RECTYPE,LEA,URN,ATT8SCR\n')).toEqual({
      kind: 'published-results',
      keyStage: 'KS4',
    });
  });

  it('knows rows of pupils by the names of their columns, whatever the file is called', async () => {
    const common = 'sourceSystem,schoolUrn,upn,academicYear,sourceUpdatedAt';
    expect(await seen('a.csv', `${common},yearGroup\n`)).toEqual({ kind: 'pupils' });
    expect(await seen('a.csv', `${common},assessmentPoint,assessmentCode,score\n`)).toEqual({
      kind: 'assessment-results',
    });
    expect(
      await seen(
        'a.csv',
        `${common},term,sessionsPossible,sessionsAuthorisedAbsence,sessionsUnauthorisedAbsence\n`,
      ),
    ).toEqual({ kind: 'attendance' });
    expect(await seen('a.csv', `${common},term,suspensions,sessionsSuspended,permanentlyExcluded\n`)).toEqual(
      { kind: 'suspensions' },
    );
    expect(
      await seen('a.csv', 'sourceSystem,schoolUrn,measureCode,academicYear,date,value,sourceUpdatedAt\n'),
    ).toEqual({ kind: 'measure-values' });
    expect(await seen('a.csv', 'student.sourcedId,assessmentLineItem.sourcedId,score\n')).toEqual({
      kind: 'assessment-results',
    });
  });

  it('knows them by other names too', async () => {
    expect(await seen('a.csv', 'MIS;URN;Pupil UPN;Academic Year;NC Year;Gender;Last updated\n')).toEqual({
      kind: 'pupils',
    });
    expect(
      await seen(
        'a.csv',
        'URN,UPN,Year,Term,Possible sessions,Authorised absences,Unauthorised absences,Updated\n',
      ),
    ).toEqual({ kind: 'attendance' });
  });

  it('takes the name of the file where nothing else tells, and says nothing when that does not either', async () => {
    expect(await seen('Attendance autumn.xlsx', 'PK\u0003\u0004')).toEqual({ kind: 'attendance' });
    expect(await seen('anything.xlsx', 'PK\u0003\u0004')).toBeNull();
    expect(await seen('anything.csv', 'a,b,c\n')).toBeNull();
    expect(await seen('transfer.xml', '<CTfile/>')).toEqual({ kind: 'ctf' });
  });

  it('finds an academic year in a name, and takes nothing else for one', () => {
    expect(yearIn('england_2022-23_ks2.csv')).toBe('2022/2023');
    expect(yearIn('export 20262027.csv')).toBe('2026/2027');
    expect(yearIn('backup-2026-11-24.csv')).toBeUndefined();
    expect(yearIn('2016-2019.csv')).toBeUndefined();
  });
});
