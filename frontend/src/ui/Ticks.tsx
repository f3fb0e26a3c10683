interface Props {
  legend: string;
  hint?: string | undefined;
  options: [string, string][];
  ticked: string[];
  onTick: (ticked: string[]) => void;
}

/** Any of a few, each with its box. */
export function Ticks({ legend, hint, options, ticked, onTick }: Props) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {hint && <span className="hint">{hint}</span>}
      <div className="choices">
        {options.map(([value, said]) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              checked={ticked.includes(value)}
              onChange={(event) =>
                onTick(event.target.checked ? [...ticked, value] : ticked.filter((one) => one !== value))
              }
            />
            {said}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
