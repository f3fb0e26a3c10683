import { expect, it } from 'vitest';
import { formOf } from './head';

const form = (text: string) => formOf(new TextEncoder().encode(text));

it('tells XML, NDJSON and workbooks from separated values, and from what is neither', () => {
  expect(form('\uFEFFa,b\r\n1,2\r\n')).toBe('csv');
  expect(formOf(new Uint8Array([0x4e, 0xe9, 0x65, 0x2c, 0x62, 0x0a]))).toBe('csv');
  expect(form('\n<?xml version="1.0"?><CTfile/>')).toBe('xml');
  expect(form('{"upn": "A", "sex": "F"}\n{}')).toBe('ndjson');
  expect(form('PK\u0003\u0004rest')).toBe('xlsx');
  expect(formOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]))).toBe('unknown');
  expect(form('')).toBe('unknown');
});
