import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { checkpointEvidenceResourceAdd, fileResourcePut } from '../api/sdk.gen';
import type { Checkpoint } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { FileDrop } from '../ui/FileDrop';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';

interface Props {
  checkpoint: Checkpoint;
  /** The part of the cycle to which it belongs; absent for the whole visit. */
  reference: string | undefined;
  label: string;
  onClose: () => void;
}

/** What is taken, as the dialog for choosing a file understands it. */
const TAKEN = '.pdf,.png,.jpg,.jpeg,.webp,.heic,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt';

/** Something that was seen or shown: words, and a link or a file. */
export function EvidenceForm({ checkpoint, reference, label, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const draft = useDraft(`${useMe().id} evidence of ${checkpoint.id} ${reference ?? 'visit'}`, {
    text: '',
    link: '',
    fileId: crypto.randomUUID(),
  });
  const [file, setFile] = useState<File | null>(null);
  const { typed } = draft;
  const giveUp = () => {
    draft.drop();
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (key) => {
      if (file) {
        await answered(
          fileResourcePut({
            path: { id: typed.fileId },
            query: { name: file.name, schoolUrn: checkpoint.schoolUrn ?? undefined },
            body: file,
          }),
        );
      }
      await answered(
        checkpointEvidenceResourceAdd({
          path: { id: checkpoint.id },
          headers: { 'Idempotency-Key': key },
          body: {
            reference,
            text: typed.text || undefined,
            link: typed.link || undefined,
            fileId: file ? typed.fileId : undefined,
          },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['checkpoint', checkpoint.id] });
      giveUp();
    });
  };
  return (
    <Dialog title="Add evidence" onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        <p className="soft small">{label}</p>
        <FormProblem problem={change.problem} />
        <Field label="What was seen, or what it shows" wrong={change.problem?.at('/text')}>
          <textarea
            rows={3}
            maxLength={2000}
            value={typed.text}
            onChange={(event) => draft.set({ ...typed, text: event.target.value })}
          />
        </Field>
        <Field label="Link" hint="An address on the web" wrong={change.problem?.at('/link')}>
          <input
            type="url"
            maxLength={2000}
            value={typed.link}
            onChange={(event) => draft.set({ ...typed, link: event.target.value })}
          />
        </Field>
        <FileDrop
          label="File"
          accept={TAKEN}
          file={file}
          onFile={(chosen) => {
            setFile(chosen);
            draft.set({ ...typed, fileId: crypto.randomUUID() });
          }}
        />
        {change.problem?.at('/name') && (
          <p className="wrong" role="alert">
            {change.problem.at('/name')}
          </p>
        )}
        <p className="soft small">
          PDF, pictures, documents without macros, CSV or text, up to 20 MB. No names of pupils, please.
        </p>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            Add
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
