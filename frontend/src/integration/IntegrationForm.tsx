import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { integrationResourceChange, integrationResourceCreate, schoolResourceList } from '../api/sdk.gen';
import type { Integration } from '../api/types.gen';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Stale } from '../ui/Stale';
import { Ticks } from '../ui/Ticks';
import { useChange } from '../ui/useChange';
import { KINDS, kindLabel } from './kinds';

interface Typed {
  name: string;
  contactName: string;
  contactEmail: string;
  schools: number[];
  /** The kinds that it may send, and after how many days each is late; blank when nobody waits for it. */
  kinds: Record<string, string>;
}

const LABELS: Record<keyof Typed, string> = {
  name: 'Name',
  contactName: 'Whom to ask',
  contactEmail: 'E-mail',
  schools: 'Schools',
  kinds: 'What it sends',
};

function namesOf(integration: Integration | null | undefined): [number, string][] {
  return (integration?.schools ?? []).map((urn, at) => [
    urn,
    integration?.schoolNames[at] ?? `School ${urn}`,
  ]);
}

function typedOf(integration: Integration | undefined): Typed {
  return {
    name: integration?.name ?? '',
    contactName: integration?.contactName ?? '',
    contactEmail: integration?.contactEmail ?? '',
    schools: integration?.schools ?? [],
    kinds: Object.fromEntries(
      (integration?.kinds ?? []).map((kind) => [kind.kind, kind.expectedEveryDays?.toString() ?? '']),
    ),
  };
}

function said(typed: Typed, field: keyof Typed, names: Map<number, string>): string {
  if (field === 'kinds') {
    return Object.entries(typed.kinds)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([kind, days]) => kindLabel(kind) + (days && ` every ${days} days`))
      .join(', ');
  }
  return field === 'schools'
    ? typed.schools
        .map((urn) => names.get(urn) ?? `School ${urn}`)
        .sort()
        .join(', ')
    : typed[field];
}

interface Props {
  integration: Integration | undefined;
  onSaved: () => Promise<void>;
  onCancel: () => void;
}

/** The client, the schools and kinds that it sends for, and whom to ask. */
export function IntegrationForm({ integration, onSaved, onCancel }: Props) {
  const change = useChange();
  const [clientId, setClientId] = useState('');
  const [typed, setTyped] = useState(() => typedOf(integration));
  const [version, setVersion] = useState(integration?.version);
  const schools = useQuery({
    queryKey: ['schools', { status: 'in-trust', pageSize: 200 }],
    queryFn: () => answered(schoolResourceList({ query: { status: 'in-trust', pageSize: 200 } })),
    staleTime: 600_000,
  });
  const theirs = change.problem?.status === 412 ? (change.problem.members.current as Integration) : null;
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = theirs?.version ?? version;
    setVersion(read);
    const body = {
      ...typed,
      kinds: Object.entries(typed.kinds).map(([kind, days]) => ({
        kind,
        expectedEveryDays: days === '' ? undefined : Number(days),
      })),
    };
    change.run(async (key) => {
      await answered(
        integration
          ? integrationResourceChange({
              path: { id: integration.id },
              headers: { 'If-Match': `"${read}"` },
              body,
            })
          : integrationResourceCreate({
              headers: { 'Idempotency-Key': key },
              body: { ...body, clientId },
            }),
      );
      await onSaved();
    });
  };
  const names = new Map([...namesOf(integration), ...namesOf(theirs)]);
  for (const { urn, name } of schools.data?.results ?? []) {
    names.set(urn, name);
  }
  const offered = [...names].sort(([, one], [, other]) => one.localeCompare(other));
  return (
    <form className="form" onSubmit={save} noValidate>
      {theirs ? (
        <Stale
          rows={(Object.keys(LABELS) as (keyof Typed)[]).map((field) => ({
            field,
            label: LABELS[field],
            theirs: said(typedOf(theirs), field, names),
            mine: said(typed, field, names),
          }))}
          onTake={(field) => set({ [field]: typedOf(theirs)[field] })}
          onTakeAll={() => setTyped(typedOf(theirs))}
        />
      ) : (
        <FormProblem problem={change.problem} />
      )}
      {!integration && (
        <Field
          label="Client id"
          hint="As in Keycloak, with a service account and the role mis-integration"
          wrong={change.problem?.at('/clientId')}
        >
          <input value={clientId} onChange={(event) => setClientId(event.target.value)} />
        </Field>
      )}
      <Field label={LABELS.name} hint="What people call it" wrong={change.problem?.at('/name')}>
        <input value={typed.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <div className="row">
        <Field label={LABELS.contactName} wrong={change.problem?.at('/contactName')}>
          <input value={typed.contactName} onChange={(event) => set({ contactName: event.target.value })} />
        </Field>
        <Field label={LABELS.contactEmail} wrong={change.problem?.at('/contactEmail')}>
          <input
            type="email"
            value={typed.contactEmail}
            onChange={(event) => set({ contactEmail: event.target.value })}
          />
        </Field>
      </div>
      <Ticks
        legend={LABELS.schools}
        hint={offered.length === 0 ? 'No school of the trust yet; import the register first.' : undefined}
        options={offered.map(([urn, name]) => [String(urn), name])}
        ticked={typed.schools.map(String)}
        onTick={(schools) => set({ schools: schools.map(Number) })}
      />
      <fieldset className="field">
        <legend>{LABELS.kinds}</legend>
        {Object.entries(KINDS).map(([kind, label]) => {
          const days = typed.kinds[kind];
          const { [kind]: _, ...without } = typed.kinds;
          return (
            <div key={kind} className="choices">
              <label className="check">
                <input
                  type="checkbox"
                  checked={days !== undefined}
                  onChange={(event) =>
                    set({ kinds: event.target.checked ? { ...typed.kinds, [kind]: '' } : without })
                  }
                />
                {label}
              </label>
              {days !== undefined && (
                <Field label={`${label}: late after so many days`} hint="Blank when nobody waits for it">
                  <input
                    type="number"
                    min={1}
                    max={400}
                    value={days}
                    onChange={(event) => set({ kinds: { ...typed.kinds, [kind]: event.target.value } })}
                  />
                </Field>
              )}
            </div>
          );
        })}
      </fieldset>
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={change.busy}>
          {integration ? 'Save' : 'Register it'}
        </button>
        <button className="button" type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
