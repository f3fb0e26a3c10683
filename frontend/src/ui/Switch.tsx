import { words } from './format';

interface Props<W extends string> {
  label: string;
  ways: readonly W[];
  chosen: W;
  onChoose: (way: W) => void;
}

/** A few ways to look at the same thing, one of which is chosen. */
export function Switch<W extends string>({ label, ways, chosen, onChoose }: Props<W>) {
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="actions">
        {ways.map((way) => (
          <button
            key={way}
            className={chosen === way ? 'button primary' : 'button'}
            type="button"
            aria-pressed={chosen === way}
            onClick={() => onChoose(way)}
          >
            {words(way)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
