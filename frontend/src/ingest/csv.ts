/** The records of separated values, quotes as RFC 4180 has them, any line ends. */
export function recordsOf(text: string, separator = ','): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let closed = false;
  let carriage = false;
  for (const c of text) {
    const lineEnded = carriage && c === '\n';
    carriage = false;
    if (lineEnded) {
      continue;
    }
    if (quoted) {
      quoted = c !== '"';
      closed = !quoted;
      cell += quoted ? c : '';
    } else if (c === '"' && (cell === '' || closed)) {
      quoted = true;
      cell += closed ? c : '';
      closed = false;
    } else if (c === separator) {
      cells.push(cell);
      cell = '';
      closed = false;
    } else if (c === '\n' || c === '\r') {
      carriage = c === '\r';
      records.push([...cells, cell]);
      cells = [];
      cell = '';
      closed = false;
    } else {
      cell += c;
    }
  }
  if (cells.length > 0 || cell !== '') {
    records.push([...cells, cell]);
  }
  return records;
}
