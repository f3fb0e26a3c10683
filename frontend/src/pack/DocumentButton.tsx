import { packResourceDocument } from '../api/sdk.gen';
import type { Pack } from '../api/types.gen';
import { download } from '../ui/download';
import { FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** What a file of a pack is called. */
export function fileOf({ meetingDay, number }: Pack, kind: 'pdf' | 'json'): string {
  return `pack-${meetingDay}-${number}.${kind}`;
}

/** Brings a pack to the disk as its one document. */
export function DocumentButton({ pack, primary }: { pack: Pack; primary?: boolean }) {
  const change = useChange();
  const fetchDocument = () =>
    change.run(async () => {
      const file = await answered(packResourceDocument({ path: { id: pack.id }, parseAs: 'blob' }));
      download(file as Blob, fileOf(pack, 'pdf'));
    });
  return (
    <>
      <FormProblem problem={change.problem} />
      <button
        className={primary ? 'button primary' : 'button'}
        type="button"
        aria-disabled={change.busy}
        onClick={fetchDocument}
      >
        PDF<span className="visually-hidden"> of pack {pack.number}</span>
      </button>
    </>
  );
}
