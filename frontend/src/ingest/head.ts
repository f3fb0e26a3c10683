import { recordsOf } from './csv';

/** What can be told of a file from its first bytes, before any of it is sent. */
export interface Head {
  form: 'csv' | 'ndjson' | 'xlsx' | 'xml' | 'unknown';
  /** The names of its columns, or of the members of its first line. */
  headings: string[];
  /** The values of its first row. */
  sample: string[];
  separator: string;
  encoding: 'utf-8' | 'windows-1252';
  /** Where the header line ends, in bytes. */
  end: number;
}

const LOOKED_AT = 262_144;
const [QUOTE, NEWLINE, CARRIAGE] = [0x22, 0x0a, 0x0d];

/** Looks at the first bytes of a file. */
export async function headOf(file: Blob): Promise<Head> {
  const bytes = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer());
  const nothing = { headings: [], sample: [], separator: ',', encoding: 'utf-8' as const, end: 0 };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    return { ...nothing, form: 'xlsx' };
  }
  if (bytes.length === 0 || bytes.includes(0)) {
    return { ...nothing, form: 'unknown' };
  }
  const encoding = encodingOf(bytes);
  const mark = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const text = new TextDecoder(encoding).decode(bytes.subarray(mark));
  const first = text.trimStart().charAt(0);
  if (first === '<') {
    return { ...nothing, form: 'xml' };
  }
  if (first === '{') {
    return { ...nothing, form: 'ndjson', headings: members(text) };
  }
  const { from, end } = firstLine(bytes, mark);
  const header = new TextDecoder(encoding).decode(bytes.subarray(from, end));
  const separator = separatorOf(header);
  const [headings = [], sample = []] = await recordsOf(
    new TextDecoder(encoding).decode(bytes.subarray(from)),
    separator,
  );
  return {
    form: 'csv',
    headings: headings.map((heading) => heading.trim()),
    sample,
    separator,
    encoding,
    end,
  };
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** As the service tells it: text of Windows-1252 is no valid UTF-8. */
function encodingOf(bytes: Uint8Array): Head['encoding'] {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The first line that is not empty, outside quotes. */
function firstLine(bytes: Uint8Array, mark: number): { from: number; end: number } {
  let from = mark;
  let quoted = false;
  for (let at = mark; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      quoted = !quoted;
    } else if ((byte === NEWLINE || byte === CARRIAGE) && !quoted) {
      if (at > from) {
        return { from, end: at };
      }
      from = at + 1;
    }
  }
  return { from, end: bytes.length };
}

/** The one that the header line has most of, outside quotes. */
function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return [';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

function members(text: string): string[] {
  try {
    return Object.keys(JSON.parse(text.trimStart().split('\n', 1)[0] ?? ''));
  } catch {
    return [];
  }
}
