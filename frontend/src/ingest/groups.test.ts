import { describe, expect, it } from 'vitest';
import { errorLines, grouped } from './groups';

const ERRORS = `row,outcome,path,code,message,detail
0,rejected,/rows/0/upn,upn-format,"A UPN has a letter, and more.",
0,rejected,/rows/0/sex,unknown-code,"""X"" is none of F, M.",
2,rejected,/rows/2/sex,unknown-code,"""Y"" is none of F, M.",
3,quarantined,/rows/3/upn,unknown-pupil,Nobody knows the pupil.,
4,rejected,/rows/4,encoding,The row is broken.,
`;

describe('errors, the same ones together', () => {
  it('brings them together by code and column, most rows first', () => {
    const groups = grouped(errorLines(ERRORS));
    expect(groups.map(({ code, column, rows }) => [code, column, rows])).toEqual([
      ['unknown-code', 'sex', 2],
      ['upn-format', 'upn', 1],
      ['unknown-pupil', 'upn', 1],
      ['encoding', '', 1],
    ]);
    expect(groups[0]?.lines.map((line) => line.row)).toEqual([0, 2]);
    expect(groups[0]?.lines[0]?.message).toBe('"X" is none of F, M.');
  });

  it('counts rows, not errors, and keeps the first twenty', () => {
    const many = Array.from(
      { length: 60 },
      (_, at) => `${at >> 1},rejected,/rows/${at >> 1}/sex,unknown-code,m${at},`,
    );
    const [group] = grouped(errorLines(`row,outcome,path,code,message,detail\n${many.join('\n')}`));
    expect(group?.rows).toBe(30);
    expect(group?.lines).toHaveLength(20);
  });
});
