import { recordsOf } from './csv';

/** One error of one row, as the list of errors has it. */
export interface ErrorLine {
  row: number;
  outcome: string;
  column: string;
  code: string;
  message: string;
  detail: string;
}

/** The same error of many rows. */
export interface ErrorGroup {
  key: string;
  code: string;
  column: string;
  outcome: string;
  rows: number;
  /** The first of them. */
  lines: ErrorLine[];
}

const SHOWN = 20;

/** The lines of an errors.csv. */
export function errorLines(text: string): ErrorLine[] {
  const [, ...lines] = recordsOf(text);
  return lines.map(([row = '', outcome = '', path = '', code = '', message = '', detail = '']) => ({
    row: Number(row),
    outcome,
    column: columnOf(path),
    code,
    message,
    detail,
  }));
}

/** The column that a JSON Pointer such as /rows/3/upn names; blank for the row as a whole. */
function columnOf(path: string): string {
  return path
    .replace(/^\/rows\/\d+\/?/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

/** Brings errors of one code in one column together; those of the most rows first. */
export function grouped(lines: ErrorLine[]): ErrorGroup[] {
  const groups = new Map<string, ErrorGroup & { last: number }>();
  for (const line of lines) {
    const { code, column, outcome } = line;
    const key = [outcome, code, column].join('\n');
    const group = groups.get(key) ?? { key, code, column, outcome, rows: 0, lines: [], last: -1 };
    groups.set(key, group);
    group.rows += line.row === group.last ? 0 : 1;
    group.last = line.row;
    if (group.lines.length < SHOWN) {
      group.lines.push(line);
    }
  }
  return [...groups.values()].sort((one, other) => other.rows - one.rows);
}

const FIXES: Record<string, string> = {
  required: 'Fill the value in, or say above which column holds it.',
  'upn-format': 'Copy the UPN from the management information system again; a spreadsheet may have cut it.',
  'upn-check-letter': 'Copy the UPN from the management information system again; one character is wrong.',
  'school-not-registered':
    'Correct the URN. If it is right, ask an administrator for a membership in that school, or import the register first.',
  'unknown-pupil': 'Send the pupil of that school and year; the row is then taken in by itself.',
  'unknown-code': 'Use one of the codes that are named.',
  'unknown-field': 'Leave the column out, or correct its name.',
  'wrong-form': 'Write it in the form that is named.',
  'out-of-range': 'Check the number against the system that it comes from.',
  'score-or-grade': 'Send a score or a grade with its grade set, as the assessment has it.',
  'academic-year': 'Write it as 2026/2027.',
  duplicate: 'Leave one of the rows out.',
  encoding: 'Save the file as CSV (UTF-8) and send it again.',
  urn: 'Write the six digits of the URN.',
};

/** What to do about errors of a code. */
export function fixOf(code: string): string {
  return FIXES[code] ?? 'Correct the value at its source, and send the row again.';
}
