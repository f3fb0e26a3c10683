import { useQueryClient } from '@tanstack/react-query';
import { checkpointEvidenceResourceDownload, checkpointEvidenceResourceTakeAway } from '../api/sdk.gen';
import type { Checkpoint, CheckpointEvidence } from '../api/types.gen';
import { download } from '../ui/download';
import { FormProblem } from '../ui/Field';
import { moment, size } from '../ui/format';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

interface Props {
  checkpoint: Checkpoint;
  /** Of this part of the cycle; absent for that of the whole visit. */
  reference: string | undefined;
  label: string;
  editable: boolean;
}

/** The evidence of a part of a checkpoint: what was seen, links, files to download. */
export function EvidenceList({ checkpoint, reference, label, editable }: Props) {
  const looked = (id: string | null | undefined) => checkpoint.foci.some((focus) => focus.reference === id);
  // What belongs to something that was left out since belongs to the whole visit.
  const belonging = checkpoint.evidence.filter((one) =>
    reference ? one.reference === reference : !looked(one.reference),
  );
  if (belonging.length === 0) {
    return null;
  }
  return (
    <ul className="plain evidence" aria-label={`Evidence: ${label}`}>
      {belonging.map((evidence) => (
        <Entry key={evidence.id} checkpoint={checkpoint} evidence={evidence} editable={editable} />
      ))}
    </ul>
  );
}

function Entry({
  checkpoint,
  evidence,
  editable,
}: {
  checkpoint: Checkpoint;
  evidence: CheckpointEvidence;
  editable: boolean;
}) {
  const queries = useQueryClient();
  const change = useChange();
  const { text, link, file, author, at } = evidence;
  const path = { id: checkpoint.id, evidenceId: evidence.id };
  const called = text ?? file?.name ?? link ?? '';
  return (
    <li className="small">
      {text && <p className="line">{text}</p>}
      {link && (
        <p>
          <a href={link} target="_blank" rel="noreferrer noopener">
            {link}
          </a>
        </p>
      )}
      {file && (
        <p>
          <button
            className="button"
            type="button"
            aria-disabled={change.busy}
            onClick={() =>
              change.run(async () =>
                download(
                  (await answered(checkpointEvidenceResourceDownload({ path, parseAs: 'blob' }))) as Blob,
                  file.name,
                ),
              )
            }
          >
            {file.name}
          </button>{' '}
          <span className="soft">{size(file.size)}</span>
        </p>
      )}
      <p className="soft">
        {author}, {moment(at)}
        {editable && (
          <>
            {' '}
            <button
              className="button quiet"
              type="button"
              aria-disabled={change.busy}
              onClick={() =>
                change.run(async () => {
                  await answered(checkpointEvidenceResourceTakeAway({ path }));
                  await queries.invalidateQueries({ queryKey: ['checkpoint', checkpoint.id] });
                })
              }
            >
              Take away <span className="visually-hidden">the evidence: {called}</span>
            </button>
          </>
        )}
      </p>
      <FormProblem problem={change.problem} />
    </li>
  );
}
