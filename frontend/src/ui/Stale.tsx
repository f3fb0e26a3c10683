import { useArrival } from './useArrival';

interface Row<F> {
  field: F;
  label: string;
  theirs: string;
  mine: string;
}

interface Props<F> {
  rows: Row<F>[];
  onTake: (field: F) => void;
  onTakeAll: () => void;
}

/** What somebody else saved meanwhile, beside what was typed here; each field is chosen, nothing typed is lost. */
export function Stale<F extends string>({ rows, onTake, onTakeAll }: Props<F>) {
  const place = useArrival<HTMLDivElement>(true);
  const different = rows.filter((row) => row.theirs !== row.mine);
  return (
    <div className="notice warn" role="alert" ref={place} tabIndex={-1}>
      <strong>Somebody else has saved a change since you opened this.</strong>
      <p>What you typed is still here. Save to keep it, or take theirs where theirs is better.</p>
      {different.map((row) => (
        <div key={row.field} className="beside">
          <h3>{row.label}</h3>
          <p>
            <span className="soft small">Theirs, saved</span>
            <span className="line">{row.theirs || '–'}</span>
          </p>
          <p>
            <span className="soft small">Yours, typed</span>
            <span className="line">{row.mine || '–'}</span>
          </p>
          <button className="button" type="button" onClick={() => onTake(row.field)}>
            Take theirs <span className="visually-hidden">for {row.label}</span>
          </button>
        </div>
      ))}
      {different.length === 0 && <p>Both versions are the same now. Save to go on.</p>}
      {different.length > 1 && (
        <p className="actions">
          <button className="button" type="button" onClick={onTakeAll}>
            Take all of theirs
          </button>
        </p>
      )}
    </div>
  );
}
