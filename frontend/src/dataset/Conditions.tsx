import { type FormEvent, useState } from 'react';
import type { DataSetColumn } from '../api/types.gen';
import { Field } from '../ui/Field';
import { day } from '../ui/format';
import { type Condition, SIGNS, type Sign } from './query';

interface Props {
  columns: DataSetColumn[];
  conditions: Condition[];
  onChange: (conditions: Condition[]) => void;
}

/** What figures and other values are held against; all of it holds for a row that is found. */
export function Conditions({ columns, conditions, onChange }: Props) {
  const [name, setName] = useState('');
  const [sign, setSign] = useState<Sign>('gte');
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState<string>();
  const column = columns.find((one) => one.name === name) ?? preferred(columns);
  if (!column) {
    return null;
  }
  const signs = signsOf(column);
  const chosen = signs.includes(sign) ? sign : 'eq';
  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = column.type === 'boolean' ? value || 'true' : value.trim();
    const trouble = troubleOf(column, typed);
    setWrong(trouble);
    if (!trouble) {
      onChange([...conditions, { column: column.name, sign: chosen, value: typed }]);
      setValue('');
    }
  };
  return (
    <fieldset className="stack tight">
      <legend className="visually-hidden">Conditions</legend>
      <form className="condition" onSubmit={add} noValidate>
        <Field label="Only where">
          <select value={column.name} onChange={(event) => setName(event.target.value)}>
            {columns.map((one) => (
              <option key={one.name} value={one.name}>
                {one.label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Is">
          <select value={chosen} onChange={(event) => setSign(event.target.value as Sign)}>
            {signs.map((one) => (
              <option key={one} value={one}>
                {SIGNS[one]} {SIGN_WORDS[one]}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Value" wrong={wrong}>
          {column.type === 'boolean' ? (
            <select value={value || 'true'} onChange={(event) => setValue(event.target.value)}>
              <option value="true">Yes</option>
              <option value="false">No</option>
            </select>
          ) : (
            <input
              type={column.type === 'date' ? 'date' : 'text'}
              inputMode={column.type === 'number' || column.type === 'integer' ? 'decimal' : undefined}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </Field>
        <button className="button" type="submit">
          Add
          <span className="visually-hidden"> the condition</span>
        </button>
      </form>
      {conditions.length > 0 && (
        <ul className="chips">
          {conditions.map((condition, at) => (
            <li key={`${condition.column}${condition.sign}${condition.value}`}>
              {inWords(condition, columns)}
              <button
                className="button quiet"
                type="button"
                aria-label={`Take away: ${inWords(condition, columns)}`}
                onClick={() => onChange(conditions.filter((_, place) => place !== at))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

const SIGN_WORDS: Record<Sign, string> = {
  gte: 'this or more',
  gt: 'more than',
  lte: 'this or less',
  lt: 'less than',
  eq: 'this',
  notEq: 'not this',
};

/** One looks at figures first. */
function preferred(columns: DataSetColumn[]): DataSetColumn | undefined {
  return columns.find(({ kind }) => kind === 'indicator') ?? columns[0];
}

/** A text or a truth is or is not; only what has an order can be more or less. */
function signsOf({ type }: DataSetColumn): Sign[] {
  return type === 'text' || type === 'boolean' ? ['eq', 'notEq'] : (Object.keys(SIGNS) as Sign[]);
}

function troubleOf({ type, label }: DataSetColumn, value: string): string | undefined {
  if (value === '') {
    return `Say what “${label}” is held against.`;
  }
  if (type === 'integer' && !/^-?\d+$/.test(value)) {
    return `“${value}” is not a whole number.`;
  }
  return type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)
    ? `“${value}” is not a number as 61.5.`
    : undefined;
}

function inWords({ column: name, sign, value }: Condition, columns: DataSetColumn[]): string {
  const column = columns.find((one) => one.name === name);
  const told =
    column?.type === 'date'
      ? day(value)
      : column?.type === 'boolean'
        ? value === 'true'
          ? 'yes'
          : 'no'
        : value;
  return `${column?.label ?? name} ${SIGNS[sign]} ${told}`;
}
