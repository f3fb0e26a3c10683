import type { Draft } from './draft';

/** Says that what stands in a form was typed before and not saved, and lets it go. */
export function Resumed({ draft }: { draft: Pick<Draft<object>, 'resumed' | 'restart'> }) {
  if (!draft.resumed) {
    return null;
  }
  return (
    <div className="notice" role="status">
      <p>This is what you typed before. It has not been saved yet.</p>
      <p className="actions">
        <button className="button" type="button" onClick={draft.restart}>
          Begin again
        </button>
      </p>
    </div>
  );
}
