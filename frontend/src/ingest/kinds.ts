import {
  inspectionImportResourceSend,
  measureValueResourcePush,
  publishedImportResourceSend,
  pushResourceAttendance,
  pushResourceCtf,
  pushResourcePupils,
  pushResourceResults,
  pushResourceSuspensions,
  registerImportResourceSend,
} from '../api/sdk.gen';
import type { IngestAnswer, PupilPush } from '../api/types.gen';
import { answered } from '../ui/problem';
import {
  ATTENDANCE_FIELDS,
  type Fields,
  MEASURE_VALUE_FIELDS,
  PUPIL_FIELDS,
  RESULT_FIELDS,
  SUSPENSION_FIELDS,
} from './fields';
import { type Form, MEDIA_TYPES } from './head';

export type KindCode =
  | 'schools'
  | 'inspections'
  | 'published-results'
  | 'pupils'
  | 'assessment-results'
  | 'attendance'
  | 'suspensions'
  | 'measure-values'
  | 'ctf';

/** What is said beside a file. */
interface Sending {
  file: Blob;
  form: Form;
  key: string;
  dryRun: boolean;
  keyStage: string;
  academicYear: string;
  /** What is remembered under it says which column holds what; nothing when the columns have the names of the fields. */
  mapping: string | undefined;
}

/** A kind of file that can be brought in. */
export interface Kind {
  code: KindCode;
  label: string;
  hint: string;
  permission: string;
  forms: Form[];
  /** The fields that its columns can be mapped to, where they can. */
  fields?: Fields;
  send: (sending: Sending) => Promise<IngestAnswer>;
}

const headers = ({ form, key }: Sending) => ({ 'Content-Type': MEDIA_TYPES[form], 'Idempotency-Key': key });

/** Sends a file to one of the addresses for rows, which differ in what is in the rows only. */
function push(to: unknown): Kind['send'] {
  const send = to as typeof pushResourcePupils;
  return (sending) =>
    answered(
      send({
        body: sending.file as unknown as PupilPush,
        bodySerializer: null,
        headers: headers(sending),
        query: { dryRun: sending.dryRun, mapping: sending.mapping },
      }),
    );
}

const ROWS = { permission: 'results:push', forms: ['csv', 'ndjson', 'xlsx'] as Form[] };
const PUBLIC = { permission: 'register:import', forms: ['csv'] as Form[] };

/** What can be brought in, in the order in which a new trust needs it. */
export const KINDS: Kind[] = [
  {
    ...PUBLIC,
    code: 'schools',
    label: 'Register of schools',
    hint: 'The establishment file of Get Information about Schools (CSV).',
    send: (sending) =>
      answered(
        registerImportResourceSend({
          body: sending.file,
          headers: headers(sending),
          query: { dryRun: sending.dryRun },
        }),
      ),
  },
  {
    ...PUBLIC,
    code: 'inspections',
    label: 'Inspections',
    hint: 'Ofsted’s monthly management information on state-funded schools (CSV).',
    send: (sending) =>
      answered(
        inspectionImportResourceSend({
          body: sending.file,
          headers: headers(sending),
          query: { dryRun: sending.dryRun },
        }),
      ),
  },
  {
    ...PUBLIC,
    code: 'published-results',
    label: 'Published results',
    hint: 'The file of one local authority and year from Compare school performance (CSV).',
    send: (sending) => {
      const { dryRun, keyStage, academicYear } = sending;
      return answered(
        publishedImportResourceSend({
          body: sending.file,
          headers: headers(sending),
          query: { keyStage, academicYear, dryRun },
        }),
      );
    },
  },
  {
    ...ROWS,
    code: 'pupils',
    label: 'Pupils',
    hint: 'One row for each pupil, school and year (CSV, XLSX, NDJSON).',
    fields: PUPIL_FIELDS,
    send: push(pushResourcePupils),
  },
  {
    ...ROWS,
    code: 'assessment-results',
    label: 'Results',
    hint: 'One row for each result (CSV, XLSX, NDJSON).',
    fields: RESULT_FIELDS,
    send: push(pushResourceResults),
  },
  {
    ...ROWS,
    code: 'attendance',
    label: 'Attendance',
    hint: 'One row for each pupil and term (CSV, XLSX, NDJSON).',
    fields: ATTENDANCE_FIELDS,
    send: push(pushResourceAttendance),
  },
  {
    ...ROWS,
    code: 'suspensions',
    label: 'Suspensions',
    hint: 'One row for each pupil and term (CSV, XLSX, NDJSON).',
    fields: SUSPENSION_FIELDS,
    send: push(pushResourceSuspensions),
  },
  {
    ...ROWS,
    code: 'measure-values',
    label: 'Surveys, staff and other values',
    hint: 'Surveys, staff absence and other values of a school as a whole (CSV, XLSX, NDJSON).',
    fields: MEASURE_VALUE_FIELDS,
    send: push(measureValueResourcePush),
  },
  {
    permission: 'results:push',
    forms: ['xml'],
    code: 'ctf',
    label: 'Common Transfer Files',
    hint: 'The results in the file that your system makes for another school (XML). Names and dates of birth are read past.',
    send: push(pushResourceCtf),
  },
];

/** What a kind of file, or of job, is called. */
export function kindLabel(code: string): string {
  return KINDS.find((kind) => kind.code === code)?.label ?? code.replaceAll('-', ' ');
}
