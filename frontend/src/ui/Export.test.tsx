import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { csvOf } from './csv';
import { Export, fileName } from './Export';
import type { Column } from './Table';

const COLUMNS: Column<{ year: string; value: string; note: string }>[] = [
  { label: 'Year', text: ({ year }) => year },
  { label: 'Value', text: ({ value }) => value, show: ({ value }) => <strong>{value}</strong> },
  { label: 'Note', text: ({ note }) => note },
];

describe('what is exported', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is what the columns say of the rows, in a file that spreadsheets read', async () => {
    let saved: Blob | undefined;
    let name = '';
    URL.createObjectURL = (file) => {
      saved = file as Blob;
      return 'blob:saved';
    };
    URL.revokeObjectURL = () => {};
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      name = this.download;
    });
    const rows = [
      { year: '2024/2025', value: '61%', note: 'said "so", and kept' },
      { year: '2023/2024', value: '−2.0', note: '=1+1' },
    ];
    render(<Export name={['Alder Grove', 'Reading']} columns={COLUMNS} rows={rows} />);
    fireEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    const bytes = new Uint8Array((await saved?.arrayBuffer()) ?? []);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      'Year,Value,Note\r\n2024/2025,61%,"said ""so"", and kept"\r\n2023/2024,-2.0,\'=1+1\r\n',
    );
    expect(name).toMatch(/^alder-grove-reading-\d{4}-\d\d-\d\d\.csv$/);
  });

  it('holds nothing that a spreadsheet would compute', () => {
    const cells = ['=cmd()', '+44 20', '-x', '@sum', '\tx', '+2.1', '-12%', '–'];
    expect(csvOf([cells])).toBe("\uFEFF'=cmd(),'+44 20,'-x,'@sum,'\tx,+2.1,-12%,–\r\n");
  });

  it('is named by what it is about and its day', () => {
    expect(fileName(['St Mary’s C.E. School', 'Maths: progress'], new Date(2026, 6, 7))).toBe(
      'st-marys-c-e-school-maths-progress-2026-07-07.csv',
    );
  });
});
