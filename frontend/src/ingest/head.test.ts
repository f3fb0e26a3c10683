import { describe, expect, it } from 'vitest';
import { headOf } from './head';

const head = (...parts: (string | number[])[]) =>
  headOf(new Blob(parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part)))));

describe('the first bytes of a file', () => {
  it('reads past the byte order mark, and finds where the rows begin', async () => {
    const found = await head('\uFEFFa,b\r\n1,2\r\n');
    expect(found).toMatchObject({ form: 'csv', headings: ['a', 'b'], sample: ['1', '2'], separator: ',' });
    expect(found.end).toBe(6);
  });

  it('takes the separator that the header line has most of, outside quotes', async () => {
    expect(await head('"a, b, c";d;e\n"1;2";3;4')).toMatchObject({
      headings: ['a, b, c', 'd', 'e'],
      sample: ['1;2', '3', '4'],
      separator: ';',
    });
    expect((await head('a\tb,c\td\n')).separator).toBe('\t');
  });

  it('reads Windows-1252 where it is no UTF-8', async () => {
    expect(await head([0x4e, 0xe9, 0x65, 0x2c, 0x62, 0x0a])).toMatchObject({
      encoding: 'windows-1252',
      headings: ['Née', 'b'],
    });
    expect((await head('Née,b\n')).encoding).toBe('utf-8');
  });

  it('passes over empty lines before the header line, and over line ends in quotes', async () => {
    const found = await head('\n\n"two\nlines",b\n1,2\n');
    expect(found.headings).toEqual(['two\nlines', 'b']);
    expect(found.sample).toEqual(['1', '2']);
  });

  it('tells XML, NDJSON and workbooks from separated values, and from what is neither', async () => {
    expect((await head('<?xml version="1.0"?><CTfile/>')).form).toBe('xml');
    expect(await head('{"upn": "A", "sex": "F"}\n{}')).toMatchObject({
      form: 'ndjson',
      headings: ['upn', 'sex'],
    });
    expect((await head('PK\u0003\u0004rest')).form).toBe('xlsx');
    expect((await head([0xd0, 0xcf, 0x11, 0xe0, 0])).form).toBe('unknown');
    expect((await head('')).form).toBe('unknown');
  });
});
