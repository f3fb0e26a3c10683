import type { Designation, Specialism } from '../api/types.gen';
import { TERMS } from '../term/dates';
import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { words } from '../ui/format';
import { SearchField } from '../ui/SearchField';
import type { ExpertiseSearch } from './ExpertisePage';
import { byArea } from './words';

interface Props {
  chosen: ExpertiseSearch;
  lists: { specialisms: Specialism[]; designations: Designation[] } | undefined;
  onChoose: (next: ExpertiseSearch, replace?: boolean) => void;
}

const FREE = ['1', '2', '3', '5', '10'];
const AREA = 'area:';

/** What somebody looks for in the directory; it stands in the address. */
export function ExpertFilters({ chosen, lists, onChoose }: Props) {
  const { search, specialism, area, designation, free, term, profile, beyond, sort } = chosen;
  const choose = (value: string) =>
    onChoose(
      value.startsWith(AREA)
        ? { specialism: undefined, area: value.slice(AREA.length) }
        : { specialism: value || undefined, area: undefined },
    );
  return (
    <search className="filters">
      <SearchField
        label="Search"
        hint="A name, a school, or words of what they can do"
        value={search ?? ''}
        onSearch={(text) => onChoose({ search: text || undefined }, true)}
      />
      <Field label="Specialism">
        <select
          value={specialism ?? (area ? AREA + area : '')}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">All</option>
          {byArea(lists?.specialisms ?? []).map(([name, ofArea]) => (
            <optgroup key={name} label={name}>
              <option value={AREA + name}>Anything in {name}</option>
              {ofArea.map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <Choice
        label="Designation"
        options={[
          ['', 'All'],
          ...(lists?.designations ?? []).map(({ code, label }): [string, string] => [code, label]),
        ]}
        chosen={designation ?? ''}
        onChoose={(next) => onChoose({ designation: next || undefined })}
      />
      <Choice
        label="Days left, at least"
        options={[['', 'Any'], ...FREE.map((some): [string, string] => [some, some])]}
        chosen={free ? String(free) : ''}
        onChoose={(next) => onChoose({ free: next ? Number(next) : undefined })}
      />
      <Choice
        label="Days of"
        options={[
          ['', 'This term'],
          ...TERMS.map((name): [(typeof TERMS)[number], string] => [name, `${words(name)} of this year`]),
        ]}
        chosen={term ?? ''}
        onChoose={(next) => onChoose({ term: next || undefined })}
      />
      <Choice
        label="Profile"
        options={[
          ['', 'All'],
          ['confirmed', 'Confirmed'],
          ['waiting', 'Waits to be confirmed'],
        ]}
        chosen={profile ?? ''}
        onChoose={(next) => onChoose({ profile: next || undefined })}
      />
      <Choice
        label="Beyond the trust"
        options={[
          ['', 'Everybody'],
          ['only', 'Those alone who go there too'],
        ]}
        chosen={beyond ?? ''}
        onChoose={(next) => onChoose({ beyond: next || undefined })}
      />
      <Choice
        label="Order"
        options={[
          ['name', 'By name'],
          ['free', 'Most days left first'],
        ]}
        chosen={sort ?? 'name'}
        onChoose={(next) => onChoose({ sort: next === 'name' ? undefined : next })}
      />
    </search>
  );
}
