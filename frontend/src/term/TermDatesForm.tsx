import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import {
  localAuthorityTermDatesResourceSet,
  schoolTermDatesResourceSet,
  termDatesResourceSet,
} from '../api/sdk.gen';
import type { Term, TermDates } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { words } from '../ui/format';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';
import {
  closedWords,
  DAYS,
  isTrust,
  sent,
  TERMS,
  type TermName,
  type Typed,
  termWords,
  told,
  typedOf,
} from './dates';

interface Props {
  dates: TermDates;
  name: string;
  onClose: () => void;
}

/** What the trust, or a school for itself, says of an academic year. */
export function TermDatesForm({ dates, name, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const problem = told(change.problem);
  const school = dates.schoolUrn ?? undefined;
  const authority = school === undefined ? (dates.localAuthorityCode ?? undefined) : undefined;
  const draft = useDraft(
    `${useMe().id} term dates ${dates.academicYear} ${school ?? (authority === undefined ? 'trust' : `authority ${authority}`)}`,
    {
      ...typedOf(dates),
      version: dates.version,
    },
  );
  const { typed } = draft;
  const stale = problem?.status === 412 ? (problem.members.current as TermDates) : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const request = {
      query: { academicYear: dates.academicYear },
      headers: { 'If-Match': `"${stale ? stale.version : typed.version}"` },
      body: sent(typed),
    };
    change.run(async () => {
      await answered(
        school !== undefined
          ? schoolTermDatesResourceSet({ ...request, path: { urn: school } })
          : authority !== undefined
            ? localAuthorityTermDatesResourceSet({ ...request, path: { code: authority } })
            : termDatesResourceSet(request),
      );
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  const take = (field: TermName | 'closed', from: Typed) =>
    draft.set(
      field === 'closed'
        ? { ...typed, closed: from.closed }
        : { ...typed, own: from.own, terms: { ...typed.terms, [field]: from.terms[field] } },
    );
  return (
    <Dialog title={`${name}, ${dates.academicYear}`} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        {stale ? (
          <Stale
            rows={[
              ...TERMS.map((field) => ({
                field,
                label: `${words(field)} term`,
                theirs: termWords(typedOf(stale), field),
                mine: termWords(typed, field),
              })),
              {
                field: 'closed' as const,
                label: 'Closed days',
                theirs: closedWords(typedOf(stale)),
                mine: closedWords(typed),
              },
            ]}
            onTake={(field) => take(field, typedOf(stale))}
            onTakeAll={() => {
              draft.set({ ...typedOf(stale), version: stale.version });
              change.clear();
            }}
          />
        ) : (
          <FormProblem problem={problem} />
        )}
        {!isTrust(dates) && (
          <label className="check">
            <input
              type="checkbox"
              checked={typed.own}
              onChange={(event) => draft.set({ ...typed, own: event.target.checked })}
            />
            Terms of its own, instead of all three of those above it
          </label>
        )}
        {typed.own &&
          TERMS.map((term) => (
            <fieldset key={term}>
              <legend>{words(term)} term</legend>
              <div className="row two">
                {(Object.keys(DAYS) as (keyof Term)[]).map((field) => (
                  <Field key={field} label={DAYS[field]} wrong={problem?.at(`/terms/${term}/${field}`)}>
                    <input
                      type="date"
                      value={typed.terms[term][field]}
                      onChange={(event) =>
                        draft.set({
                          ...typed,
                          terms: {
                            ...typed.terms,
                            [term]: { ...typed.terms[term], [field]: event.target.value },
                          },
                        })
                      }
                    />
                  </Field>
                ))}
              </div>
            </fieldset>
          ))}
        <ClosedFields
          hint={
            school !== undefined
              ? 'On top of those of the trust: staff training, snow.'
              : authority !== undefined
                ? 'On top of those of the trust, in the schools of this authority.'
                : 'Every school is closed on them: staff training, say.'
          }
          closed={typed.closed}
          wrong={(path) => problem?.at(path)}
          onChange={(closed) => draft.set({ ...typed, closed })}
        />
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {stale ? 'Save mine' : 'Save'}
          </button>
          <button
            className="button"
            type="button"
            onClick={() => {
              draft.drop();
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

interface ClosedProps {
  hint: string;
  closed: Typed['closed'];
  wrong: (path: string) => string | undefined;
  onChange: (closed: Typed['closed']) => void;
}

function ClosedFields({ hint, closed, wrong, onChange }: ClosedProps) {
  const set = (at: number, next: Partial<Typed['closed'][number]>) =>
    onChange(closed.map((one, place) => (place === at ? { ...one, ...next } : one)));
  return (
    <fieldset className="stack tight">
      <legend>Closed days</legend>
      <p className="soft small">{hint}</p>
      {closed.map((one, at) => (
        <div key={at} className="row with-button">
          <Field label={`Day ${at + 1}`} wrong={wrong(`/closedDays/${at}/date`)}>
            <input type="date" value={one.date} onChange={(event) => set(at, { date: event.target.value })} />
          </Field>
          <Field label="Why" wrong={wrong(`/closedDays/${at}/label`)}>
            <input
              maxLength={100}
              value={one.label}
              onChange={(event) => set(at, { label: event.target.value })}
            />
          </Field>
          <button
            className="button"
            type="button"
            onClick={() => onChange(closed.filter((_, place) => place !== at))}
          >
            Remove<span className="visually-hidden"> day {at + 1}</span>
          </button>
        </div>
      ))}
      <p className="actions">
        <button
          className="button"
          type="button"
          onClick={() => onChange([...closed, { date: '', label: '' }])}
        >
          Add a closed day
        </button>
      </p>
    </fieldset>
  );
}
