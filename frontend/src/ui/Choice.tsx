import { Field } from './Field';

interface Props<V extends string> {
  label: string;
  /** Each value, and what it is called. */
  options: [V, string][];
  chosen: V;
  onChoose: (value: V) => void;
}

/** One of a few values. */
export function Choice<V extends string>({ label, options, chosen, onChoose }: Props<V>) {
  return (
    <Field label={label}>
      <select value={chosen} onChange={(event) => onChoose(event.target.value as V)}>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
