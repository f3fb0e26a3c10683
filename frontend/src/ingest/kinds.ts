import {
  inspectionImportResourceSend,
  publishedImportResourceSend,
  pushResourcePupils,
  pushResourceResults,
  registerImportResourceSend,
} from '../api/sdk.gen';
import type { IngestAnswer, PupilPush, ResultPush } from '../api/types.gen';
import { answered } from '../ui/problem';

interface Sending {
  file: File;
  key: string;
  dryRun: boolean;
  academicYear: string;
}

/** A kind of file that can be brought in. */
interface Kind {
  code: string;
  label: string;
  hint: string;
  permission: string;
  needsYear?: boolean;
  send: (sending: Sending) => Promise<IngestAnswer>;
}

const csv = (key: string) => ({ 'Content-Type': 'text/csv', 'Idempotency-Key': key });

/** What can be brought in, in the order in which a new trust needs it. */
export const KINDS: Kind[] = [
  {
    code: 'schools',
    label: 'Register of schools',
    hint: 'The establishment file of Get Information about Schools (CSV).',
    permission: 'register:import',
    send: ({ file, key, dryRun }) =>
      answered(registerImportResourceSend({ body: file, headers: csv(key), query: { dryRun } })),
  },
  {
    code: 'inspections',
    label: 'Inspections',
    hint: 'Ofsted’s monthly management information on state-funded schools (CSV).',
    permission: 'register:import',
    send: ({ file, key, dryRun }) =>
      answered(inspectionImportResourceSend({ body: file, headers: csv(key), query: { dryRun } })),
  },
  {
    code: 'published-results',
    label: 'Published results, key stage 2',
    hint: 'The file of one local authority and year from Compare school performance (CSV).',
    permission: 'register:import',
    needsYear: true,
    send: ({ file, key, dryRun, academicYear }) =>
      answered(
        publishedImportResourceSend({
          body: file,
          headers: csv(key),
          query: { keyStage: 'KS2', academicYear, dryRun },
        }),
      ),
  },
  {
    code: 'pupils',
    label: 'Pupils',
    hint: 'One row for each pupil, school and year (CSV), as the guide for integrators describes it.',
    permission: 'results:push',
    send: ({ file, key, dryRun }) =>
      answered(
        pushResourcePupils({
          body: file as unknown as PupilPush,
          bodySerializer: null,
          headers: csv(key),
          query: { dryRun },
        }),
      ),
  },
  {
    code: 'assessment-results',
    label: 'Results of pupils',
    hint: 'One row for each result (CSV), as the guide for integrators describes it.',
    permission: 'results:push',
    send: ({ file, key, dryRun }) =>
      answered(
        pushResourceResults({
          body: file as unknown as ResultPush,
          bodySerializer: null,
          headers: csv(key),
          query: { dryRun },
        }),
      ),
  },
];
