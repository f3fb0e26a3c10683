import { harmless, quoted } from '../ui/csv';
import { isBlank, records } from './csv';
import type { ErrorLine } from './groups';
import type { Head } from './head';
import { REASON } from './mapping';

/** The rows of a file that were not taken, as they stand in it, each with why: to be corrected and sent again. */
export async function rejectedRows(file: Blob, head: Head, lines: ErrorLine[]): Promise<Blob> {
  const reasons = new Map<number, string[]>();
  for (const { row, message } of lines) {
    reasons.set(row, [...(reasons.get(row) ?? []), message]);
  }
  const write = (cells: string[]) => `${cells.map((cell) => quoted(harmless(cell), ',')).join(',')}\r\n`;
  const at = head.headings.indexOf(REASON);
  const without = (cells: string[]) => (at < 0 ? cells : cells.filter((_, place) => place !== at));
  const out = ['\uFEFF', write([...without(head.headings), REASON])];
  let row = 0;
  for await (const cells of records(textOf(file.slice(head.end), head.encoding), head.separator)) {
    if (isBlank(cells)) {
      continue;
    }
    const why = reasons.get(row++);
    if (why) {
      const whole = head.headings.map((_, place) => cells[place] ?? '');
      out.push(write([...without(whole), why.join(' ')]));
    }
  }
  return new Blob(out, { type: 'text/csv' });
}

async function* textOf(file: Blob, encoding: string): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder(encoding);
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    yield decoder.decode(piece.value, { stream: true });
  }
}
