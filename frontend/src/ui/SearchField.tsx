import { useEffect, useRef, useState } from 'react';
import { Field } from './Field';

interface Props {
  label: string;
  hint?: string;
  /** What is searched for now, as the address says. */
  value: string;
  onSearch: (text: string) => void;
}

/** A search that follows what is typed, and the address when somebody goes back or elsewhere. */
export function SearchField({ label, hint, value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === sent.current) {
      return;
    }
    const wait = setTimeout(() => {
      sent.current = text;
      onSearch(text);
    }, 250);
    return () => clearTimeout(wait);
  }, [text, onSearch]);
  return (
    <Field label={label} hint={hint}>
      <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
    </Field>
  );
}
