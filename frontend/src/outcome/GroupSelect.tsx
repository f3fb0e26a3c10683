import { Field } from '../ui/Field';
import { GROUPS } from './groups';

interface Props {
  chosen: string;
  onChoose: (group: string) => void;
}

/** Of which pupils. */
export function GroupSelect({ chosen, onChoose }: Props) {
  return (
    <Field label="Pupils">
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {Object.entries(GROUPS).map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
