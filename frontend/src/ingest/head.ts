import { ingestJobResourceColumns } from '../api/sdk.gen';
import { answered } from '../ui/problem';

export type Form = 'csv' | 'ndjson' | 'xlsx' | 'xml' | 'unknown';

/** What can be told of a file before it is sent. */
export interface Head {
  form: Form;
  /** The names of its columns, or of the members of its first line. */
  headings: string[];
  /** The values of its first row, where it has columns. */
  sample: (string | undefined)[];
}

/** A header line and the first row are not longer; a workbook has to be there as a whole. */
const LOOKED_AT = 262_144;

export const MEDIA_TYPES: Record<Form, string> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  unknown: 'text/csv',
};

/** Looks at the beginning of a file. Columns are told by the service, which will read them. */
export async function headOf(file: Blob): Promise<Head> {
  const start = file.slice(0, LOOKED_AT);
  const bytes = new Uint8Array(await start.arrayBuffer());
  const form = formOf(bytes);
  if (form === 'csv' || form === 'xlsx') {
    const { columns } = await answered(
      ingestJobResourceColumns({
        body: (form === 'xlsx' ? file : start) as unknown as string,
        bodySerializer: null,
        headers: { 'Content-Type': MEDIA_TYPES[form] },
      }),
    );
    return {
      form,
      headings: columns.map((column) => column.heading),
      sample: columns.map((column) => column.first),
    };
  }
  return { form, headings: form === 'ndjson' ? members(textOf(bytes)) : [], sample: [] };
}

/** What a file is, by its first bytes. */
export function formOf(bytes: Uint8Array): Form {
  if ([0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte)) {
    return 'xlsx';
  }
  if (bytes.length === 0 || bytes.includes(0)) {
    return 'unknown';
  }
  const first = textOf(bytes).charAt(0);
  return first === '<' ? 'xml' : first === '{' ? 'ndjson' : 'csv';
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trimStart();
}

function members(text: string): string[] {
  try {
    return Object.keys(JSON.parse(text.split('\n', 1)[0] ?? ''));
  } catch {
    return [];
  }
}
