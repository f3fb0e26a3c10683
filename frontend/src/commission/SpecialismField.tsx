import { useLists } from '../expertise/useExperts';
import { byArea, choosable } from '../expertise/words';
import { Field } from '../ui/Field';
import { today } from '../ui/format';

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
  const lists = useLists();
  return (
    <Field label={label} wrong={wrong}>
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">Choose</option>
        {byArea(choosable(lists.data?.specialisms ?? [], [], today())).map(([area, known]) => (
          <optgroup key={area} label={area}>
            {known.map(({ code, label: name }) => (
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
