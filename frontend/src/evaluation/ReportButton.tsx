import { evaluationReportResourceGet } from '../api/sdk.gen';
import type { CycleEvaluation } from '../api/types.gen';
import { download } from '../ui/download';
import { FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** Brings the evaluation to the disk as a document. */
export function ReportButton({ evaluation }: { evaluation: CycleEvaluation }) {
  const change = useChange();
  const fetchReport = () =>
    change.run(async () => {
      const file = await answered(
        evaluationReportResourceGet({ path: { id: evaluation.cycleId }, parseAs: 'blob' }),
      );
      const year = evaluation.academicYear.replace('/', '-');
      download(file as Blob, `evaluation-${year}-${evaluation.schoolUrn ?? 'trust'}.pdf`);
    });
  return (
    <>
      <FormProblem problem={change.problem} />
      <button className="button" type="button" aria-disabled={change.busy} onClick={fetchReport}>
        Download as PDF
      </button>
    </>
  );
}
