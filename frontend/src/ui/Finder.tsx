import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from './Dialog';

export interface Found {
  key: string;
  label: string;
  /** What tells it from others of the same name. */
  note?: string;
  open: () => void;
}

interface Props {
  title: string;
  text: string;
  onText: (text: string) => void;
  groups: { label: string; found: Found[] }[];
  /** Said instead of results: what is on its way, or why there are none. */
  state: string | undefined;
  onClose: () => void;
}

/** Something to find and open, by typing: the arrows choose, Enter opens, Escape closes. */
export function Finder({ title, text, onText, groups, state, onClose }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const all = groups.flatMap((group) => group.found);
  const at = Math.min(chosen, all.length - 1);
  const choose = (next: number) => {
    setChosen(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const open = (one: Found | undefined) => {
    if (one) {
      onClose();
      one.open();
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (all.length > 0) {
        choose((at + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length);
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(all[at]);
    }
  };
  return (
    <Dialog title={title} className="finder" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={title}
        aria-expanded={all.length > 0}
        aria-controls={id}
        aria-activedescendant={all[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setChosen(0);
          onText(event.target.value);
        }}
        onKeyDown={press}
      />
      <div className="options" id={id} role="listbox" aria-label={title}>
        {groups
          .filter((group) => group.found.length > 0)
          .map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box is no fieldset
            <div key={group.label} role="group" aria-label={group.label}>
              <p aria-hidden="true">{group.label}</p>
              {group.found.map((one) => {
                const place = all.indexOf(one);
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the chosen option
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
                  <div
                    key={one.key}
                    id={`${id}-${place}`}
                    role="option"
                    aria-selected={place === at}
                    onClick={() => open(one)}
                    onPointerMove={() => setChosen(place)}
                  >
                    {one.label}
                    {one.note && <span className="soft small">{one.note}</span>}
                  </div>
                );
              })}
            </div>
          ))}
      </div>
      <p className="soft small" role="status">
        {state ?? `${all.length} found. Arrow keys choose, Enter opens.`}
      </p>
    </Dialog>
  );
}
