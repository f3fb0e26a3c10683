const NUMBER = /^[+-]?\d+(\.\d+)?%?$/;

/** A value as it stands between separators. */
function quoted(value: string, separator: string): string {
  return value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The value so that no spreadsheet takes it for a formula. */
function harmless(value: string): string {
  return /^[=+\-@\t\r]/.test(value) && !NUMBER.test(value) ? `'${value}` : value;
}

/** Records as a file that spreadsheets read: UTF-8 with its mark, minus signs that can be computed with. */
export function csvOf(records: string[][]): string {
  const cell = (value: string) => quoted(harmless(value.replace(/^−(?=\d)/, '-')), ',');
  return `\uFEFF${records.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}
