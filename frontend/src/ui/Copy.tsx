import { useEffect, useState } from 'react';

interface Props {
  label: string;
  /** What is copied, when it is. */
  text: () => string;
}

const A_WHILE = 4000;

/** Copies a text, and says that it has; or that the browser does not let it. */
export function Copy({ label, text }: Props) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const wait = setTimeout(() => setSaid(''), A_WHILE);
    return () => clearTimeout(wait);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('Copied.');
    } catch {
      setSaid('The browser does not allow copying here: select it and press Ctrl C.');
    }
  };
  return (
    <>
      <button className="button" type="button" onClick={copy}>
        {label}
      </button>
      <span role="status" className="soft small">
        {said}
      </span>
    </>
  );
}
