import { Field } from '../ui/Field';
import type { Fields } from './fields';
import type { Head } from './head';
import type { Mapping } from './mapping';

interface Props {
  head: Head;
  fields: Fields;
  mapping: Mapping;
  /** The needed fields that no column holds. */
  lacking: string[];
  onMap: (mapping: Mapping) => void;
}

/** Which column of the file holds which field. */
export function MappingForm({ head, fields, mapping, lacking, onMap }: Props) {
  const choose = (name: string, heading: string) => {
    const { [name]: _, ...others } = mapping;
    onMap(heading ? { ...others, [name]: heading } : others);
  };
  const over = head.headings.filter((heading) => heading && !Object.values(mapping).includes(heading));
  return (
    <fieldset>
      <legend>Which column holds what</legend>
      <p className="soft small">
        The columns of this file have other names. Look through what is suggested; it is remembered for the
        next file like it.
      </p>
      <div className="form mapping">
        {Object.entries(fields).map(([name, { label, form, needed }]) => (
          <Field
            key={name}
            label={needed ? `${label} (needed)` : label}
            hint={hintOf(head, mapping[name], form)}
            wrong={lacking.includes(name) ? 'No column holds it yet.' : undefined}
          >
            <select value={mapping[name] ?? ''} onChange={(event) => choose(name, event.target.value)}>
              <option value="">no column</option>
              {head.headings
                .filter((heading, at) => heading && head.headings.indexOf(heading) === at)
                .map((heading) => (
                  <option key={heading}>{heading}</option>
                ))}
            </select>
          </Field>
        ))}
      </div>
      {over.length > 0 && <p className="soft small apart-above">Passed over: {over.join(', ')}.</p>}
    </fieldset>
  );
}

function hintOf(head: Head, heading: string | undefined, form: string | undefined): string | undefined {
  const first = heading === undefined ? undefined : head.sample[head.headings.indexOf(heading)];
  return [form, first && `first: ${first}`].filter(Boolean).join(' · ') || undefined;
}
