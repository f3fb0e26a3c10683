import { useState } from 'react';
import { number } from '../ui/format';

interface Option {
  code: string;
  label: string;
}

interface Props {
  label: string;
  note: string;
  /** What it means to choose nothing. */
  none: string;
  options: Option[];
  chosen: string[];
  /** What a code is called, also one that is not among the options. */
  called: (code: string) => string;
  onChoose: (codes: string[]) => void;
}

/** From so many options on they can be searched. */
const MANY = 12;
/** The API lists no more. */
const MOST = 500;

/** One or several of what a column can be; closed, it says what is chosen. */
export function Pick({ label, note, none, options, chosen, called, onChoose }: Props) {
  const [text, setText] = useState('');
  const unlisted = chosen
    .filter((code) => options.every((option) => option.code !== code))
    .map((code) => ({ code, label: called(code) }));
  const all = [...unlisted, ...options];
  const found = all.filter(({ code, label: name }) =>
    `${name} ${code}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const toggle = (code: string) =>
    onChoose(
      chosen.includes(code)
        ? chosen.filter((one) => one !== code)
        : all.map((option) => option.code).filter((one) => one === code || chosen.includes(one)),
    );
  return (
    <details className="pick" name="what-is-picked">
      <summary data-chosen={chosen.length > 0 || undefined}>
        <span className="small">{label}</span>
        <span className="chosen">{said(chosen.map(called), none)}</span>
      </summary>
      <fieldset className="stack tight">
        <legend className="visually-hidden">{label}</legend>
        <p className="soft small">{note}</p>
        {all.length === 0 && <p>There is nothing to choose from yet.</p>}
        {all.length > MANY && (
          <input
            type="search"
            aria-label={`Find in: ${label}`}
            placeholder="Find"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        <div className="choices">
          {found.map(({ code, label: name }) => (
            <label key={code} className="check">
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
              {name}
            </label>
          ))}
        </div>
        {text && (
          <p className="soft small" role="status">
            {found.length === 0
              ? `Nothing here is called “${text}”.`
              : `${number(found.length)} of ${number(all.length)}`}
          </p>
        )}
        {options.length >= MOST && <p className="soft small">The first {MOST} are listed.</p>}
        {chosen.length > 0 && (
          <p className="actions">
            <button className="button" type="button" onClick={() => onChoose([])}>
              {none}
              <span className="visually-hidden"> of: {label}</span>
            </button>
          </p>
        )}
      </fieldset>
    </details>
  );
}

/** What is chosen, in the room of a line. */
function said(labels: string[], none: string): string {
  return labels.length === 0 ? none : labels.length > 2 ? `${labels.length} chosen` : labels.join(', ');
}
