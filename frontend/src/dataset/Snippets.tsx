import { useRef, useState } from 'react';
import { Copy } from '../ui/Copy';
import { useScrolls } from '../ui/useScrolls';
import { LANGUAGES, type Language, type Script, snippet } from './snippets';

const NEEDS: Record<Language, string> = {
  curl: 'Needs curl.',
  python: 'Needs Python 3.9 or newer and pandas.',
  r: 'Needs R 4.1 or newer with httr2, jsonlite and readr.',
};

/** The question as a script, in the language of whoever asks. */
export function Snippets({ script }: { script: Script }) {
  const [language, setLanguage] = useState<Language>('curl');
  const frame = useRef<HTMLPreElement>(null);
  const scrolls = useScrolls(frame);
  const text = snippet(language, script);
  return (
    <section className="sheet stack" aria-labelledby="script-title">
      <h2 id="script-title">From a script</h2>
      <p className="soft small">
        It reads an access token from the environment variable UPLIFT_TOKEN, and brings all rows of this
        question.
      </p>
      <fieldset className="field">
        <legend className="visually-hidden">Language</legend>
        <div className="actions">
          {(Object.keys(LANGUAGES) as Language[]).map((one) => (
            <button
              key={one}
              className="button"
              type="button"
              aria-pressed={one === language}
              onClick={() => setLanguage(one)}
            >
              {LANGUAGES[one]}
            </button>
          ))}
        </div>
      </fieldset>
      <pre
        ref={frame}
        className="script"
        {...(scrolls
          ? { tabIndex: 0, role: 'region', 'aria-label': `Script for ${LANGUAGES[language]}` }
          : {})}
      >
        <code>{text}</code>
      </pre>
      <div className="actions">
        <Copy label="Copy the script" text={() => text} />
        <span className="soft small">{NEEDS[language]}</span>
      </div>
    </section>
  );
}
