import type { Pack } from '../api/types.gen';
import { longDay, size } from '../ui/format';
import { Pill } from '../ui/Pill';
import { When } from '../ui/When';

interface Props {
  pack: Pack;
  /** Of the data that came, where the browser could compute it. */
  sha256: string | undefined;
}

/** Who built a pack, and how anybody can see that it is still the same. */
export function HowKept({ pack, sha256 }: Props) {
  return (
    <section className="sheet stack" aria-labelledby="kept-title">
      <h2 id="kept-title">How it is kept</h2>
      <p>
        It tells what each member of the committee could see of its schools on {longDay(pack.asAt)}, and stays
        as it is: what has changed since then stands in the pages that it leads to, not here.
      </p>
      <dl className="facts">
        <dt>Built by</dt>
        <dd>
          {pack.builtBy}, <When at={pack.builtAt} />
        </dd>
        <dt>SHA-256 of the data</dt>
        <dd>
          <code>{pack.contentSha256}</code>
        </dd>
        <dt>SHA-256 of the PDF</dt>
        <dd>
          <code>{pack.documentSha256}</code>, {size(pack.documentSize)}
        </dd>
        <dt>Checked</dt>
        <dd>
          {sha256 === undefined ? (
            'This browser computes no SHA-256 here, for the connection is not secure. Download the data, and compute it there.'
          ) : sha256 === pack.contentSha256 ? (
            <>
              <Pill tone="good">Unchanged</Pill> The data on this page is what was frozen.
            </>
          ) : (
            <>
              <Pill tone="bad">Changed</Pill> The data on this page is not what was frozen.
            </>
          )}
        </dd>
      </dl>
      <p className="soft small">
        Both numbers also stand in the record of activity of the meeting. Small numbers are suppressed, and
        restricted concerns are nowhere in it.
      </p>
    </section>
  );
}
