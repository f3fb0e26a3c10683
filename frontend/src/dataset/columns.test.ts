import { describe, expect, it } from 'vitest';
import type { DataSetColumn } from '../api/types.gen';
import { figureOf, shown } from './columns';

const column = (more: Partial<DataSetColumn>) =>
  ({ label: '', description: '', labelled: false, symbolic: false, ...more }) as DataSetColumn;
const MEASURE = column({
  name: 'measureCode',
  kind: 'filter',
  type: 'text',
  labelled: true,
  options: [{ code: 'RWM', label: 'Reading, writing and maths', unit: 'percent', decimals: 1 }],
});
const VALUE = column({
  name: 'value',
  kind: 'indicator',
  type: 'number',
  decimals: 2,
  unitIn: 'measureCode',
  symbolic: true,
});
const PUPILS = column({ name: 'cohortSize', kind: 'indicator', type: 'integer', decimals: 0 });
const COST = column({ name: 'cost', kind: 'indicator', type: 'number', unit: '£', decimals: 2 });
const ALL = [MEASURE, VALUE, PUPILS, COST];

describe('a cell', () => {
  it('has the decimals and the unit of the measure of its row', () => {
    expect(shown(VALUE, { measureCode: 'RWM', value: '61.538' }, ALL)).toBe('61.5%');
    expect(shown(VALUE, { measureCode: 'GONE', value: '61.538' }, ALL)).toBe('61.54');
  });

  it('has its own where it counts something else', () => {
    expect(shown(PUPILS, { measureCode: 'RWM', cohortSize: '1240' }, ALL)).toBe('1,240');
    expect(shown(COST, { cost: 1800 }, ALL)).toBe('£1,800.00');
  });

  it('has the symbol, the label, or what people say for a code', () => {
    expect(shown(VALUE, { measureCode: 'RWM', value: 'c' }, ALL)).toBe('c');
    expect(shown(MEASURE, { measureCode: 'RWM', measureCodeLabel: 'As sent' }, ALL)).toBe('As sent');
    expect(shown(MEASURE, { measureCode: 'RWM' }, ALL)).toBe('Reading, writing and maths');
    const framework = column({
      name: 'framework',
      kind: 'filter',
      type: 'text',
      options: [{ code: 'report-card', label: 'report-card' }],
    });
    expect(shown(framework, { framework: 'report-card' }, ALL)).toBe('Report card');
    expect(shown(framework, { framework: 'RSI' }, ALL)).toBe('RSI');
    const year = column({
      name: 'academicYear',
      kind: 'time-period',
      type: 'academic-year',
      options: [{ code: '2025/2026', label: '2025' }],
    });
    expect(shown(year, { academicYear: '2025/2026' }, ALL)).toBe('2025/2026');
    expect(shown(column({ name: 'eal', kind: 'attribute', type: 'boolean' }), { eal: false }, ALL)).toBe(
      'No',
    );
    expect(
      shown(column({ name: 'date', kind: 'attribute', type: 'date' }), { date: '2026-07-31' }, ALL),
    ).toBe('31 Jul 2026');
    expect(shown(VALUE, { value: null }, ALL)).toBe('');
  });

  it('is a figure only where there is one', () => {
    expect([figureOf('61.5'), figureOf(0), figureOf('c'), figureOf(null), figureOf('')]).toEqual([
      61.5,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
