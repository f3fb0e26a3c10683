// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { errorLines, grouped } from './groups';
import { headOf } from './head';
import { rejectedRows } from './rejected';

const ERRORS = `row,outcome,path,code,message,detail
0,rejected,/rows/0/upn,upn-format,"A UPN has a letter, and more.",
0,rejected,/rows/0/sex,unknown-code,"""X"" is none of F, M.",
2,rejected,/rows/2/sex,unknown-code,"""Y"" is none of F, M.",
3,quarantined,/rows/3/upn,unknown-pupil,Nobody knows the pupil.,
4,rejected,/rows/4,encoding,The row is broken.,
`;

describe('errors, the same ones together', () => {
  it('brings them together by code and column, most rows first', async () => {
    const groups = grouped(await errorLines(ERRORS));
    expect(groups.map(({ code, column, rows }) => [code, column, rows])).toEqual([
      ['unknown-code', 'sex', 2],
      ['upn-format', 'upn', 1],
      ['unknown-pupil', 'upn', 1],
      ['encoding', '', 1],
    ]);
    expect(groups[0]?.lines.map((line) => line.row)).toEqual([0, 2]);
    expect(groups[0]?.lines[0]?.message).toBe('"X" is none of F, M.');
  });

  it('counts rows, not errors, and keeps the first twenty', async () => {
    const many = Array.from(
      { length: 60 },
      (_, at) => `${at >> 1},rejected,/rows/${at >> 1}/sex,unknown-code,m${at},`,
    );
    const [group] = grouped(await errorLines(`row,outcome,path,code,message,detail\n${many.join('\n')}`));
    expect(group?.rows).toBe(30);
    expect(group?.lines).toHaveLength(20);
  });
});

describe('the rejected rows of a file', () => {
  it('stand as they were, with why, without blank lines, and without formulas', async () => {
    const file = new Blob([
      'No;Name;Value\r\nA;=1+1;-2\r\n;;\r\nB;"two\r\nlines";3\r\nC;"a ""b""";4\r\nD\r\n',
    ]);
    const lines = [0, 2, 3].map((row) => ({
      row,
      outcome: 'rejected',
      column: 'No',
      code: 'c',
      message: row === 3 ? '=found' : 'Wrong, quite.',
      detail: '',
    }));
    const rejected = await rejectedRows(file, await headOf(file), [
      ...lines,
      { ...lines[0], message: 'Twice.' } as never,
    ]);
    expect(await rejected.text()).toBe(
      'No,Name,Value,Why it was not taken\r\n' +
        'A,\'=1+1,-2,"Wrong, quite. Twice."\r\n' +
        'C,"a ""b""",4,"Wrong, quite."\r\n' +
        "D,,,'=found\r\n",
    );
  });

  it('say why anew when they come again', async () => {
    const file = new Blob(['No,Why it was not taken\nA,before\n']);
    const line = { row: 0, outcome: 'rejected', column: 'No', code: 'c', message: 'now', detail: '' };
    expect(await (await rejectedRows(file, await headOf(file), [line])).text()).toBe(
      'No,Why it was not taken\r\nA,now\r\n',
    );
  });
});
