import { ingestJobResourceErrors } from '../api/sdk.gen';
import { answered } from '../ui/problem';

/** The errors of a job, as the file that they are downloaded as. */
export async function errorsOf(jobId: string): Promise<string> {
  const text = await answered(ingestJobResourceErrors({ path: { id: jobId }, parseAs: 'text' }));
  return text as unknown as string;
}
