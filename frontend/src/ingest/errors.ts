import { ingestJobResourceErrors } from '../api/sdk.gen';
import type { IngestAnswer } from '../api/types.gen';
import { answered } from '../ui/problem';

/** Brings the errors of a job to the disk, as a file for a spreadsheet. */
export async function downloadErrors(job: IngestAnswer): Promise<void> {
  const text = await answered(ingestJobResourceErrors({ path: { id: job.jobId }, parseAs: 'text' }));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text as string], { type: 'text/csv' }));
  link.download = `${job.kind}-errors.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
