import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';
import type { Problem } from './problem';
import { useArrival } from './useArrival';

interface Props {
  label: string;
  hint?: ReactNode;
  wrong?: string | undefined;
  children: ReactElement<Record<string, unknown>>;
}

/** A label, a control, a hint, and what is wrong with what was typed, all said together by a screen reader. */
export function Field({ label, hint, wrong, children }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': wrong ? 'true' : undefined,
      })}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
}

/** Everything that is wrong with a form, above it. */
export function FormProblem({ problem }: { problem: Problem | null }) {
  const place = useArrival<HTMLDivElement>(problem);
  if (!problem) {
    return null;
  }
  return (
    <div className="notice bad" role="alert" ref={place} tabIndex={-1}>
      <strong>{problem.title}</strong>
      {problem.errors.length > 0 ? (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.path + error.code}>{error.message}</li>
          ))}
        </ul>
      ) : (
        <p>{problem.detail}</p>
      )}
      {problem.status === 401 && (
        <p className="actions">
          <button className="button" type="button" onClick={() => location.reload()}>
            Sign in again
          </button>
        </p>
      )}
    </div>
  );
}
