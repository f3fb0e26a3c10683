import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { expertResourceChange, expertResourceOffer } from '../api/sdk.gen';
import type { ExpertDetail, Me } from '../api/types.gen';
import { useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { today } from '../ui/format';
import { Failed } from '../ui/Page';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { Stale } from '../ui/Stale';
import { Ticks } from '../ui/Ticks';
import { useChange } from '../ui/useChange';
import { bodyOf, confirmsAgain, type Typed, typedOf } from './profile';
import { useLists, useTrustSchools } from './useExperts';
import { byArea, choosable } from './words';

interface Props {
  /** One's own, to change; a new one without it. */
  profile?: ExpertDetail;
  onClose: () => void;
}

const LABELS: [keyof Typed, string][] = [
  ['schoolUrn', 'Where you work'],
  ['about', 'What you can do for another school'],
  ['specialisms', 'Specialisms'],
  ['designations', 'Designations'],
  ['daysPerTerm', 'Days in a term'],
  ['beyondTrust', 'Beyond the trust'],
  ['offering', 'Offered'],
];

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, profile?: ExpertDetail): string {
  return `${person} ${profile ? `profile ${profile.expert.id}` : 'new profile'}`;
}

/** The schools in which somebody can say that they work; all where they see the trust. */
function reachOf(me: Me): { trust: boolean; schools: number[] } {
  const grants = me.permissions.filter(({ permission }) => permission === 'experts:read');
  return {
    trust: grants.some(({ trust }) => trust),
    schools: grants.flatMap(({ schools }) => schools),
  };
}

/** What somebody offers to other schools. */
export function ProfileForm({ profile, onClose }: Props) {
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const lists = useLists();
  const schools = useTrustSchools();
  const reach = reachOf(me);
  const forTrust = reach.trust || me.roles.includes('system-leader');
  const draft = useDraft(draftOf(me.id, profile), {
    ...typedOf(profile, forTrust ? '' : String(reach.schools[0] ?? '')),
    version: profile?.expert.version,
    once: crypto.randomUUID(),
  });
  const { typed } = draft;
  const stale = change.problem?.status === 412 ? (change.problem.members.current as ExpertDetail) : null;
  const put = (next: Partial<Typed>) => draft.set({ ...typed, ...next });
  const specialisms = choosable(lists.data?.specialisms ?? [], typed.specialisms, today());
  const designations = choosable(lists.data?.designations ?? [], typed.designations, today());
  const named = (schools.data ?? []).filter(
    ({ urn }) => reach.trust || reach.schools.includes(urn) || String(urn) === typed.schoolUrn,
  );
  const said = (from: Typed, field: keyof Typed): string => {
    const value = from[field];
    if (Array.isArray(value)) {
      return [...specialisms, ...designations]
        .filter(({ code }) => value.includes(code))
        .map(({ label }) => label)
        .join(', ');
    }
    if (field === 'schoolUrn') {
      return named.find(({ urn }) => String(urn) === value)?.name ?? 'The trust as a whole';
    }
    return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { version, once, ...terms } = typed;
    const { schoolUrn, ...body } = bodyOf(terms);
    change.run(async () => {
      if (profile) {
        await answered(
          expertResourceChange({
            path: { id: profile.expert.id },
            headers: { 'If-Match': `"${stale ? stale.expert.version : version}"` },
            body: { ...body, schoolUrn },
          }),
        );
        draft.drop();
        await queries.invalidateQueries();
        onClose();
      } else {
        const { expert } = await answered(
          expertResourceOffer({
            headers: { 'Idempotency-Key': once },
            body: schoolUrn === null ? body : { ...body, schoolUrn },
          }),
        );
        draft.drop();
        await navigate({ to: '/expertise/$id', params: { id: expert.id } });
        await queries.invalidateQueries();
      }
    });
  };
  return (
    <Dialog title={profile ? 'Edit your profile' : 'Offer your expertise'} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        {stale ? (
          <Stale
            rows={LABELS.map(([field, label]) => ({
              field,
              label,
              theirs: said(typedOf(stale), field),
              mine: said(typed, field),
            }))}
            onTake={(field) => put({ [field]: typedOf(stale)[field] })}
            onTakeAll={() => {
              draft.set({ ...typed, ...typedOf(stale), version: stale.expert.version });
              change.clear();
            }}
          />
        ) : (
          <FormProblem problem={change.problem} />
        )}
        {(lists.isError || schools.isError) && (
          <Failed
            cause={lists.error ?? schools.error}
            retry={() => queries.refetchQueries({ queryKey: ['expertise'] })}
          />
        )}
        <Field label="Where you work" wrong={change.problem?.at('/schoolUrn')}>
          <select value={typed.schoolUrn} onChange={(event) => put({ schoolUrn: event.target.value })}>
            {forTrust && <option value="">The trust as a whole</option>}
            {named.map(({ urn, name }) => (
              <option key={urn} value={urn}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label="What you can do for another school"
          hint="In your words. Everybody who works with the directory reads it; name no child."
          wrong={change.problem?.at('/about')}
        >
          <textarea
            rows={4}
            value={typed.about}
            onChange={(event) => put({ about: event.target.value })}
            maxLength={2000}
            required
          />
        </Field>
        <Field
          label="Days for other schools in a term"
          hint="0 to 60; half days are 0.5"
          wrong={change.problem?.at('/daysPerTerm')}
        >
          <input
            inputMode="decimal"
            value={typed.daysPerTerm}
            onChange={(event) => put({ daysPerTerm: event.target.value })}
            maxLength={5}
            required
          />
        </Field>
        <div className="field">
          <strong>Specialisms</strong>
          <span className="hint">One to ten, those alone in which you can help others</span>
          {change.problem?.at('/specialisms') && (
            <span className="wrong">{change.problem.at('/specialisms')}</span>
          )}
        </div>
        {byArea(specialisms).map(([area, ofArea]) => {
          const codes = ofArea.map(({ code }) => code);
          return (
            <Ticks
              key={area}
              legend={area}
              options={ofArea.map(({ code, label }) => [code, label])}
              ticked={typed.specialisms.filter((code) => codes.includes(code))}
              onTick={(ticked) =>
                put({
                  specialisms: [...typed.specialisms.filter((code) => !codes.includes(code)), ...ticked],
                })
              }
            />
          );
        })}
        <Ticks
          legend="Designations"
          options={designations.map(({ code, label }) => [code, label])}
          ticked={typed.designations}
          onTick={(ticked) => put({ designations: ticked })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={typed.beyondTrust}
            onChange={(event) => put({ beyondTrust: event.target.checked })}
          />
          I also support schools beyond the trust
        </label>
        {profile && (
          <label className="check">
            <input
              type="checkbox"
              checked={typed.offering}
              onChange={(event) => put({ offering: event.target.checked })}
            />
            I can be asked; without it nobody finds me, and what is agreed goes on
          </label>
        )}
        {profile?.expert.confirmedOn && confirmsAgain(typedOf(profile), typed) && (
          <p className="notice warn" role="status">
            ▲ This has to be confirmed again. Until then you cannot be matched with a school.
          </p>
        )}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {stale ? 'Save mine' : profile ? 'Save' : 'Offer it'}
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
