import { Field } from '../ui/Field';
import { useSpecialisms } from './useCommissions';

/** One of what people can be good at, by area. */
export function SpecialismField({
  label,
  wrong,
  chosen,
  onChoose,
}: {
  label: string;
  wrong?: string | undefined;
  chosen: string;
  onChoose: (code: string) => void;
}) {
  const specialisms = useSpecialisms();
  const now = new Date().toISOString().slice(0, 10);
  const known = (specialisms.data ?? []).filter(({ validUntil }) => !validUntil || validUntil > now);
  const areas = [...new Set(known.map(({ area }) => area))];
  return (
    <Field label={label} wrong={wrong}>
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">Choose</option>
        {areas.map((area) => (
          <optgroup key={area} label={area}>
            {known
              .filter((one) => one.area === area)
              .map(({ code, label: name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
