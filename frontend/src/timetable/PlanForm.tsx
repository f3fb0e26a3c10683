import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { occurrenceResourceChange, occurrenceResourceCreate } from '../api/sdk.gen';
import type { OccurrenceDetail } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { today } from '../ui/format';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';
import { PeopleFields } from './PeopleFields';
import { useActivityTypes } from './useTimetable';
import { inUse } from './words';

interface Props {
  /** The one that is changed; without it a new one is planned. */
  detail?: OccurrenceDetail;
  /** Where somebody can plan: schools by URN and name. */
  schools: { urn: number; name: string }[];
  school?: number | undefined;
  onClose: () => void;
}

/** Plans an activity, or changes what is planned, its day apart. */
export function PlanForm({ detail, schools, school, onClose }: Props) {
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const problem = change.problem;
  const types = useActivityTypes();
  const one = detail?.occurrence;
  const draft = useDraft(`${me.id} timetable ${one?.id ?? 'new'}`, {
    place: String(one ? (one.schoolUrn ?? '') : (school ?? schools[0]?.urn ?? '')),
    type: one?.type ?? '',
    title: one?.title ?? '',
    day: one?.day ?? today(),
    startsAt: one?.startsAt?.slice(0, 5) ?? '',
    minutes: one?.minutes ? String(one.minutes) : '',
    lead: one?.leadPersonId ?? '',
    participants: detail?.participants.map(({ id }) => id) ?? [],
    version: detail?.version ?? 0,
  });
  const { typed } = draft;
  const stale = problem?.status === 412 ? (problem.members.current as OccurrenceDetail) : null;
  const ofTrust = typed.place === '';
  const offered = (types.data ?? []).filter((type) => type.ofTrust === ofTrust && inUse(type, typed.day));
  const type = offered.find(({ code }) => code === typed.type) ?? offered[0];
  const people = {
    leadPersonId: typed.lead || null,
    participantIds: typed.participants,
  };
  const timed = {
    title: typed.title || null,
    startsAt: typed.startsAt ? `${typed.startsAt}:00` : null,
    minutes: typed.minutes ? Number(typed.minutes) : null,
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (key) => {
      const saved = await answered(
        one
          ? occurrenceResourceChange({
              path: { id: one.id },
              headers: { 'If-Match': `"${stale ? stale.version : typed.version}"` },
              body: { ...timed, ...people },
            })
          : occurrenceResourceCreate({
              headers: { 'Idempotency-Key': key },
              body: {
                title: timed.title ?? undefined,
                startsAt: timed.startsAt ?? undefined,
                minutes: timed.minutes ?? undefined,
                leadPersonId: people.leadPersonId ?? undefined,
                participantIds: people.participantIds,
                schoolUrn: ofTrust ? undefined : Number(typed.place),
                type: type?.code ?? '',
                day: typed.day,
              },
            }),
      );
      draft.drop();
      await queries.invalidateQueries();
      onClose();
      if (!one) {
        await navigate({ to: '/timetable/$id', params: { id: saved.occurrence.id } });
      }
    });
  };
  return (
    <Dialog title={one ? `Change: ${one.typeLabel}` : 'Plan an activity'} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        <FormProblem problem={problem} />
        {stale && (
          <p className="small">
            Somebody has changed it since you opened it. What you typed is still here; save it to put it in
            place of theirs.
          </p>
        )}
        {!one && (
          <div className="row two">
            <Field label="Where" wrong={problem?.at('/schoolUrn')}>
              <select
                value={typed.place}
                onChange={(event) =>
                  draft.set({ ...typed, place: event.target.value, type: '', lead: '', participants: [] })
                }
              >
                {mayIn(me, 'timetable:plan', undefined) && <option value="">The trust</option>}
                {schools.map(({ urn, name }) => (
                  <option key={urn} value={urn}>
                    {name}
                  </option>
                ))}
              </select>
            </Field>
            <Field label="What" wrong={problem?.at('/type')}>
              <select
                value={type?.code ?? ''}
                onChange={(event) => draft.set({ ...typed, type: event.target.value })}
              >
                {offered.map(({ code, label }) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </select>
            </Field>
          </div>
        )}
        <Field label="What more there is to say" hint="Writing in year 6, say" wrong={problem?.at('/title')}>
          <input
            maxLength={100}
            value={typed.title}
            onChange={(event) => draft.set({ ...typed, title: event.target.value })}
          />
        </Field>
        <div className="row two">
          {!one && (
            <Field label="Day" wrong={problem?.at('/day')}>
              <input
                type="date"
                value={typed.day}
                onChange={(event) => draft.set({ ...typed, day: event.target.value })}
              />
            </Field>
          )}
          <Field label="Begins at" hint="Without a time it takes the day" wrong={problem?.at('/startsAt')}>
            <input
              type="time"
              value={typed.startsAt}
              onChange={(event) => draft.set({ ...typed, startsAt: event.target.value })}
            />
          </Field>
          {typed.startsAt !== '' && (
            <Field label="Minutes" wrong={problem?.at('/minutes')}>
              <input
                type="number"
                min={15}
                max={720}
                step={15}
                placeholder={String(type?.minutes ?? 60)}
                value={typed.minutes}
                onChange={(event) => draft.set({ ...typed, minutes: event.target.value })}
              />
            </Field>
          )}
        </div>
        <PeopleFields
          school={ofTrust ? undefined : Number(typed.place)}
          lead={typed.lead}
          participants={typed.participants}
          names={
            new Map([
              ...(detail?.participants.map(({ id, name }) => [id, name] as const) ?? []),
              ...(one?.leadPersonId ? [[one.leadPersonId, one.lead ?? 'As now'] as const] : []),
            ])
          }
          problem={problem}
          onPeople={(lead, participants) =>
            draft.set({ ...typed, lead, participants: participants.filter((id) => id !== lead) })
          }
        />
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {stale ? 'Save mine' : one ? 'Save' : 'Plan it'}
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
