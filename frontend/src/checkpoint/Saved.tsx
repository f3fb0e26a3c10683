import type { Notes, Standing } from './useNotes';

const WORDS: Record<Standing, string> = {
  saved: 'Saved',
  saving: 'Saving …',
  kept: 'Kept on this device. It is saved when the connection is back.',
  refused: 'Kept on this device. It could not be saved as it is.',
};

/** How far what is written has got. */
export function Saved({ notes }: { notes: Pick<Notes, 'standing' | 'theirs' | 'save'> }) {
  const open = Object.keys(notes.theirs).length;
  return (
    <div className="actions" role="status">
      <p className={notes.standing === 'kept' || notes.standing === 'refused' ? undefined : 'soft'}>
        {open > 0
          ? `Kept on this device. Choose in ${open === 1 ? 'one field' : `${open} fields`} between yours and theirs.`
          : WORDS[notes.standing]}
      </p>
      {open === 0 && notes.standing === 'kept' && (
        <button className="button quiet" type="button" onClick={() => notes.save()}>
          Try now
        </button>
      )}
    </div>
  );
}
