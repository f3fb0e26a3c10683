interface Props {
  label: string;
  theirs: string;
  onChoose: (whose: 'mine' | 'theirs') => void;
}

/** What somebody else saved in a field that was written here too; both stay until one is chosen. */
export function Theirs({ label, theirs, onChoose }: Props) {
  return (
    <div className="notice warn" role="alert">
      <strong>Somebody else has written here too: {label}</strong>
      <p>
        <span className="soft small">Theirs, saved</span>
        <span className="line">{theirs || '–'}</span>
      </p>
      <p className="actions">
        <button className="button" type="button" onClick={() => onChoose('theirs')}>
          Take theirs <span className="visually-hidden">for {label}</span>
        </button>
        <button className="button" type="button" onClick={() => onChoose('mine')}>
          Keep mine <span className="visually-hidden">for {label}</span>
        </button>
      </p>
    </div>
  );
}
