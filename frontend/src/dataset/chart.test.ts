import { describe, expect, it } from 'vitest';
import type { DataSetColumn } from '../api/types.gen';
import { drawingOf } from './chart';
import type { Row } from './columns';

const column = (name: string, kind: DataSetColumn['kind'], more: Partial<DataSetColumn> = {}) =>
  ({
    name,
    label: name,
    kind,
    type: 'text',
    description: '',
    labelled: false,
    symbolic: false,
    ...more,
  }) as DataSetColumn;
const VALUE = column('value', 'indicator', {
  label: 'Value',
  type: 'number',
  decimals: 2,
  unitIn: 'measureCode',
  symbolic: true,
});
const COLUMNS = [
  column('academicYear', 'time-period'),
  column('schoolUrn', 'location', { labelled: true, label: 'School' }),
  column('measureCode', 'filter', {
    label: 'Measure',
    options: [
      { code: 'RWM', label: 'Reading', unit: 'percent', decimals: 1 },
      { code: 'READ_AVG', label: 'Average', unit: 'score', decimals: 1 },
    ],
  }),
  column('resultStatus', 'filter'),
  VALUE,
];
const META = { id: 'headline-outcomes', columns: COLUMNS };
const row = (start: number, value: unknown, more: Row = {}): Row => ({
  academicYear: `${start}/${start + 1}`,
  schoolUrn: 1,
  schoolUrnLabel: 'Alder Grove',
  measureCode: 'RWM',
  resultStatus: 'final',
  value,
  ...more,
});

describe('what is drawn', () => {
  it('is a line for each school over the years, in the unit of the measure', () => {
    const beech = { schoolUrn: 2, schoolUrnLabel: 'Beech Hill' };
    const drawing = drawingOf(
      META,
      [row(2024, '61.538'), row(2023, '58'), row(2023, '70', beech), row(2024, '71', beech)],
      VALUE,
    );
    expect(drawing).toMatchObject({ kind: 'lines', unit: '%', decimals: 1, without: 0 });
    expect(drawing.kind === 'lines' && drawing.series).toEqual([
      {
        label: 'Alder Grove',
        points: [
          { date: '2024-07-31', value: 58 },
          { date: '2025-07-31', value: 61.538 },
        ],
      },
      {
        label: 'Beech Hill',
        points: [
          { date: '2024-07-31', value: 70 },
          { date: '2025-07-31', value: 71 },
        ],
      },
    ]);
  });

  it('leads no line over a year that is suppressed, and marks what is provisional', () => {
    const drawing = drawingOf(
      META,
      [row(2022, '58'), row(2023, 'c'), row(2024, '60', { resultStatus: 'provisional' })],
      VALUE,
    );
    expect(drawing.kind === 'lines' && drawing.series[0]?.points).toEqual([
      { date: '2023-07-31', value: 58 },
      { date: '2025-07-31', value: 60, open: true, apart: true },
    ]);
    expect(drawing).toMatchObject({ without: 1 });
  });

  it('stands side by side where there is one year, the symbols too', () => {
    const drawing = drawingOf(
      META,
      [row(2024, '60'), row(2024, 'c', { schoolUrn: 2, schoolUrnLabel: 'Beech Hill' })],
      VALUE,
    );
    expect(drawing).toMatchObject({
      kind: 'dots',
      period: '2024/2025',
      dots: [
        { label: 'Alder Grove', value: 60, display: '60' },
        { label: 'Beech Hill', display: 'c' },
      ],
    });
  });

  it('follows the terms where there are some, whatever level a school has in them', () => {
    const columns = [...COLUMNS, column('term', 'filter'), column('level', 'filter')];
    const drawing = drawingOf(
      { id: 'need-levels', columns },
      [
        row(2024, 1, { term: 'autumn', level: 'universal' }),
        row(2024, 3, { term: 'summer', level: 'targeted' }),
        row(2025, 4, { term: 'autumn', level: 'targeted' }),
      ],
      VALUE,
    );
    expect(drawing.kind === 'lines' && drawing.series[0]?.points).toEqual([
      { date: '2024-12-31', value: 1 },
      { date: '2025-07-31', value: 3, apart: true },
      { date: '2025-12-31', value: 4 },
    ]);
  });
});

describe('what is not drawn', () => {
  const why = (rows: Row[]) => {
    const drawing = drawingOf(META, rows, VALUE);
    return drawing.kind === 'none' ? drawing.why : drawing.kind;
  };

  it('says that units differ, and what to choose', () => {
    expect(why([row(2023, '60'), row(2024, '104', { measureCode: 'READ_AVG' })])).toBe(
      'These values are of different units (per cent, score), and one axis cannot hold them. Choose one measure.',
    );
  });

  it('says that there is no figure', () => {
    expect(why([row(2023, 'c'), row(2024, 'x')])).toBe('No row has a figure of “Value”.');
  });

  it('says that nothing tells two rows of a year apart', () => {
    expect(why([row(2023, '60'), row(2023, '61'), row(2024, '62')])).toContain('Several rows');
  });

  it('says that there would be too many lines', () => {
    const rows = Array.from({ length: 8 }, (_, at) =>
      [2023, 2024].map((year) => row(year, at, { schoolUrn: at, schoolUrnLabel: `School ${at}` })),
    );
    expect(why(rows.flat())).toBe('There would be 8 lines, and 7 can be told apart. Choose fewer: school.');
  });
});
