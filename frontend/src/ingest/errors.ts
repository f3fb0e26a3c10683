import { ingestJobResourceErrors } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** The errors of a job, as the file that they are downloaded as. */
export async function errorsOf(jobId: string): Promise<string> {
  const text = await answered(ingestJobResourceErrors({ path: { id: jobId }, parseAs: 'text' }));
  return text as string;
}

/** Brings a file to the disk. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
