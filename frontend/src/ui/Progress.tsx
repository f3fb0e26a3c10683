import { type ReactNode, useId } from 'react';

interface Props {
  label: string;
  value: number;
  /** 0 when nobody knows how much there is. */
  max: number;
  children?: ReactNode;
}

const SAID_EACH = 10;

/** How much of something is done: drawn, in figures, and said politely at each tenth. */
export function Progress({ label, value, max, children }: Props) {
  const id = useId();
  const percent = max > 0 ? Math.min(100, Math.floor((100 * value) / max)) : null;
  return (
    <div className="progress">
      <p id={id}>
        <strong>{label}</strong>
        {percent !== null && ` · ${percent} %`}
      </p>
      <progress aria-labelledby={id} max={100} value={percent ?? undefined} />
      {children && <p className="soft small">{children}</p>}
      <p className="visually-hidden" role="status">
        {label}
        {percent !== null && `, ${percent - (percent % SAID_EACH)} %`}
      </p>
    </div>
  );
}
