import { useState } from 'react';
import { useMe } from '../app/me';
import { words } from '../ui/format';
import { changed } from './fields';
import { forget, kept } from './kept';

/** What was written on this device and came too late to be saved: it can still be read and copied. */
export function KeptHere({ checkpointId }: { checkpointId: string }) {
  const me = useMe();
  const [waiting, setWaiting] = useState(() => kept(me.id, checkpointId));
  if (!waiting) {
    return null;
  }
  const written = changed(waiting.base, waiting.mine).filter((field) => waiting.mine[field]);
  return (
    <section className="notice warn" aria-labelledby="kept-title">
      <h2 id="kept-title">What you wrote has come too late to be saved</h2>
      <p>The notes can no longer be changed. This is kept on this device, to be copied from.</p>
      {written.map((field) => (
        <p key={field}>
          <span className="soft small">{words(field.split(' ')[0] ?? field)}</span>
          <br />
          <span className="line">{waiting.mine[field]}</span>
        </p>
      ))}
      <p className="actions">
        <button
          className="button"
          type="button"
          onClick={() => {
            forget(me.id, checkpointId);
            setWaiting(null);
          }}
        >
          Forget it
        </button>
      </p>
    </section>
  );
}
