import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from './Dialog';
import { Field, FormProblem } from './Field';
import { Ticks } from './Ticks';
import { useChange } from './useChange';

/** A value that a dialog asks for. */
export interface Asked {
  name: string;
  label: string;
  hint?: string | undefined;
  /** One of these; without them it is typed. */
  options?: [string, string][] | undefined;
  /** Any of these; the value is those chosen, with commas between. */
  several?: [string, string][] | undefined;
  /** A day, a short text, or a text of so many lines. */
  kind?: 'date' | 'text' | number;
  most?: number;
}

type Values = Record<string, string>;

interface Props {
  title: string;
  action: string;
  children?: ReactNode;
  asked: (values: Values) => Asked[];
  initial?: Values;
  work: (values: Values, key: string) => Promise<void>;
  /** Hears what has been typed so far. */
  onTyped?: (values: Values) => void;
  /** What Cancel does besides closing. */
  onGiveUp?: () => void;
  onClose: () => void;
}

/** Asks for a few values of which nothing is kept in the browser. */
export function AskDialog({
  title,
  action,
  children,
  asked,
  initial = {},
  work,
  onTyped,
  onGiveUp,
  onClose,
}: Props) {
  const change = useChange();
  const [values, setValues] = useState<Values>(initial);
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (key) => {
      await work(values, key);
      onClose();
    });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={send} noValidate autoComplete="off">
        <FormProblem problem={change.problem} />
        {change.problem?.status === 401 && (
          <p className="small">Nothing that you type here is kept: copy it before you sign in again.</p>
        )}
        {children}
        {asked(values).map(({ name, label, hint, options, several, kind = 'text', most }) => {
          const put = (value: string) => {
            const next = { ...values, [name]: value };
            setValues(next);
            onTyped?.(next);
          };
          if (several) {
            return (
              <Ticks
                key={name}
                legend={label}
                hint={hint}
                options={several}
                ticked={values[name]?.split(',').filter(Boolean) ?? []}
                onTick={(ticked) => put(ticked.join(','))}
              />
            );
          }
          const control = {
            value: values[name] ?? '',
            onChange: (event: { target: { value: string } }) => put(event.target.value),
          };
          return (
            <Field key={name} label={label} hint={hint} wrong={change.problem?.at(`/${name}`)}>
              {options ? (
                <select {...control}>
                  {options.map(([value, said]) => (
                    <option key={value} value={value}>
                      {said}
                    </option>
                  ))}
                </select>
              ) : typeof kind === 'number' ? (
                <textarea rows={kind} maxLength={most ?? 2000} {...control} />
              ) : (
                <input type={kind} maxLength={kind === 'date' ? undefined : (most ?? 200)} {...control} />
              )}
            </Field>
          );
        })}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {action}
          </button>
          <button
            className="button"
            type="button"
            onClick={() => {
              onGiveUp?.();
              onClose();
            }}
          >
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
