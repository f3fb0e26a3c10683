import { type FormEvent, useState } from 'react';
import type { ActivityType, TemplateEntry, Weekday } from '../api/types.gen';
import { TERMS } from '../term/dates';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { words } from '../ui/format';
import type { Problem } from '../ui/problem';
import { halfLabel } from './words';

const WEEKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const WEEKS = Array.from({ length: 9 }, (_, at) => at + 1);
const HALVES = TERMS.flatMap((term) => [1, 2].map((half) => ({ term, half })));

interface Props {
  entry: TemplateEntry | undefined;
  types: ActivityType[];
  levels: { code: string; label: string }[];
  /** What is wrong with it, by the fields of an entry. */
  problem: Problem | null;
  at: number;
  busy: boolean;
  onSave: (entry: TemplateEntry) => void;
  onClose: () => void;
}

/** When in a year an activity comes, and for which schools. */
export function EntryForm({ entry, types, levels, problem, at, busy, onSave, onClose }: Props) {
  const [typed, setTyped] = useState<TemplateEntry>(
    entry ?? {
      type: types[0]?.code ?? '',
      term: 'autumn',
      half: 1,
      firstWeek: 1,
      lastWeek: 1,
    },
  );
  const type = types.find(({ code }) => code === typed.type);
  const wrong = (field: string) => problem?.at(`/entries/${at}/${field}`);
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...typed, leastLevel: type?.ofTrust ? undefined : typed.leastLevel });
  };
  return (
    <Dialog title={entry ? 'Change an entry' : 'Add to the template'} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <FormProblem problem={problem} />
        <div className="row two">
          <Field label="What" wrong={wrong('type')}>
            <select value={typed.type} onChange={({ target }) => setTyped({ ...typed, type: target.value })}>
              {types.map(({ code, label, ofTrust }) => (
                <option key={code} value={code}>
                  {ofTrust ? `${label} (the trust)` : label}
                </option>
              ))}
            </select>
          </Field>
          <Field label="What more there is to say" wrong={wrong('title')}>
            <input
              maxLength={100}
              value={typed.title ?? ''}
              onChange={({ target }) => setTyped({ ...typed, title: target.value || undefined })}
            />
          </Field>
          <Field label="Half-term">
            <select
              value={`${typed.term} ${typed.half}`}
              onChange={({ target }) => {
                const half = HALVES.find((one) => `${one.term} ${one.half}` === target.value);
                setTyped({ ...typed, ...half });
              }}
            >
              {HALVES.map((half) => (
                <option key={halfLabel(half)} value={`${half.term} ${half.half}`}>
                  {halfLabel(half)}
                </option>
              ))}
            </select>
          </Field>
          <Field label="On" hint="Any day: schools are spread over the weeks" wrong={wrong('weekday')}>
            <select
              value={typed.weekday ?? ''}
              onChange={({ target }) =>
                setTyped({ ...typed, weekday: WEEKDAYS.find((day) => day === target.value) })
              }
            >
              <option value="">Any day</option>
              {WEEKDAYS.map((day) => (
                <option key={day} value={day}>
                  {words(day)}
                </option>
              ))}
            </select>
          </Field>
          <Field label="From week" wrong={wrong('firstWeek')}>
            <select
              value={typed.firstWeek}
              onChange={({ target }) => {
                const firstWeek = Number(target.value);
                setTyped({ ...typed, firstWeek, lastWeek: Math.max(firstWeek, typed.lastWeek) });
              }}
            >
              {WEEKS.map((week) => (
                <option key={week}>{week}</option>
              ))}
            </select>
          </Field>
          <Field label="To week" wrong={wrong('lastWeek')}>
            <select
              value={typed.lastWeek}
              onChange={({ target }) => setTyped({ ...typed, lastWeek: Number(target.value) })}
            >
              {WEEKS.filter((week) => week >= typed.firstWeek).map((week) => (
                <option key={week}>{week}</option>
              ))}
            </select>
          </Field>
          <Field label="Begins at" hint="Without a time it takes the day" wrong={wrong('startsAt')}>
            <input
              type="time"
              value={typed.startsAt?.slice(0, 5) ?? ''}
              onChange={({ target }) =>
                setTyped({ ...typed, startsAt: target.value ? `${target.value}:00` : undefined })
              }
            />
          </Field>
          {!type?.ofTrust && (
            <Field label="For schools" wrong={wrong('leastLevel')}>
              <select
                value={typed.leastLevel ?? ''}
                onChange={({ target }) => setTyped({ ...typed, leastLevel: target.value || undefined })}
              >
                <option value="">All</option>
                {levels.slice(1).map(({ code, label }) => (
                  <option key={code} value={code}>
                    {label} need or more
                  </option>
                ))}
              </select>
            </Field>
          )}
        </div>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={busy}>
            Save
          </button>
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
