import { type KeyboardEvent, useId, useState } from 'react';
import type { Colleague } from '../api/types.gen';
import { useReaders } from './useComments';

interface Props {
  school: number | undefined;
  mentioned: Colleague[];
  wrong: string | undefined;
  onMention: (people: Colleague[]) => void;
}

const MOST = 20;

/** Whom a comment is for in particular: type part of a name, choose with the arrows, Enter adds, Escape closes. */
export function MentionField({ school, mentioned, wrong, onMention }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const readers = useReaders(school, text.trim(), open);
  const found = (readers.data?.results ?? []).filter(
    (one) => !mentioned.some((other) => other.id === one.id),
  );
  const shown = open && found.length > 0;
  const at = Math.min(chosen, found.length - 1);
  const type = (next: string) => {
    setText(next);
    setChosen(0);
    setOpen(true);
  };
  const add = (person: Colleague | undefined) => {
    if (person && mentioned.length < MOST) {
      onMention([...mentioned, { id: person.id, name: person.name }]);
      setText('');
      setChosen(0);
      setOpen(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (shown) {
        setChosen((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
      }
    } else if (event.key === 'Enter') {
      // The form has its own button; Enter here is for names.
      event.preventDefault();
      if (shown) {
        add(found[at]);
      }
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && text === '') {
      onMention(mentioned.slice(0, -1));
    }
  };
  return (
    <div className="field mentions">
      <label htmlFor={id}>Mention</label>
      {mentioned.length > 0 && (
        <ul className="chips" aria-label="Mentioned">
          {mentioned.map((person) => (
            <li key={person.id}>
              {person.name}{' '}
              <button
                className="button quiet"
                type="button"
                aria-label={`Do not mention ${person.name}`}
                onClick={() => onMention(mentioned.filter((other) => other.id !== person.id))}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-people`}
        aria-activedescendant={shown ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        aria-describedby={`${id}-hint${wrong ? ` ${id}-wrong` : ''}`}
        aria-invalid={wrong ? 'true' : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div className="options" id={`${id}-people`} role="listbox" aria-label="People" hidden={!shown}>
        {found.map((person, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the chosen option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={person.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => add(person)}
            onPointerMove={() => setChosen(place)}
          >
            {person.name}
          </div>
        ))}
      </div>
      <span className="hint" id={`${id}-hint`} role="status">
        {open && readers.data && found.length === 0
          ? 'Nobody of that name reads this'
          : readers.isError
            ? 'People cannot be listed now'
            : 'Who is mentioned is told; part of a name is enough'}
      </span>
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
}
