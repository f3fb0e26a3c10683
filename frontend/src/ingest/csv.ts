/** The characters of a piece of a file, as they come. */
type Pieces = Iterable<string> | AsyncIterable<string>;

/** The records of separated values, one after another; quotes as RFC 4180 has them, any line ends. */
export async function* records(pieces: Pieces, separator: string): AsyncGenerator<string[]> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let closed = false;
  let carriage = false;
  for await (const piece of pieces) {
    for (const c of piece) {
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
        yield [...cells, cell];
        cells = [];
        cell = '';
        closed = false;
      } else {
        cell += c;
      }
    }
  }
  if (cells.length > 0 || cell !== '') {
    yield [...cells, cell];
  }
}

/** All records of a text. */
export async function recordsOf(text: string, separator = ','): Promise<string[][]> {
  const found: string[][] = [];
  for await (const record of records([text], separator)) {
    found.push(record);
  }
  return found;
}

export function isBlank(record: string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}
