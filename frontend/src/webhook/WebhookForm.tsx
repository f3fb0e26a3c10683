import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  schoolResourceList,
  webhookResourceChange,
  webhookResourceCreate,
  webhookResourceNewSecret,
} from '../api/sdk.gen';
import type { Webhook, WebhookKind, WebhookSecret } from '../api/types.gen';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Stale } from '../ui/Stale';
import { Ticks } from '../ui/Ticks';
import { useChange } from '../ui/useChange';
import { KINDS } from './kinds';

interface Typed {
  name: string;
  address: string;
  kinds: WebhookKind[];
  schools: number[];
}

const LABELS: Record<keyof Typed, string> = {
  name: 'Name',
  address: 'Address',
  kinds: 'What it is told of',
  schools: 'Schools',
};

function typedOf(webhook: Webhook | undefined): Typed {
  return {
    name: webhook?.name ?? '',
    address: webhook?.address ?? '',
    kinds: webhook?.kinds ?? [],
    schools: webhook?.schools ?? [],
  };
}

function said(typed: Typed, field: keyof Typed, names: Map<number, string>): string {
  switch (field) {
    case 'kinds':
      return typed.kinds.map((kind) => KINDS[kind]).join(', ');
    case 'schools':
      return typed.schools.map((urn) => names.get(urn) ?? `School ${urn}`).join(', ') || 'All';
    default:
      return typed[field];
  }
}

interface Props {
  webhook: Webhook | undefined;
  /** With the secret of a new one, when it could be made. */
  onSaved: (webhook: Webhook, secret: WebhookSecret | undefined) => Promise<void>;
  onCancel: () => void;
}

/** Where changes are delivered, and which. */
export function WebhookForm({ webhook, onSaved, onCancel }: Props) {
  const change = useChange();
  const [typed, setTyped] = useState(() => typedOf(webhook));
  const [version, setVersion] = useState(webhook?.version);
  const schools = useQuery({
    queryKey: ['schools', { status: 'in-trust', pageSize: 200 }],
    queryFn: () => answered(schoolResourceList({ query: { status: 'in-trust', pageSize: 200 } })),
    staleTime: 600_000,
  });
  const theirs = change.problem?.status === 412 ? (change.problem.members.current as Webhook) : null;
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const names = new Map((webhook?.schools ?? []).map((urn, at) => [urn, webhook?.schoolNames[at] ?? '']));
  for (const { urn, name } of schools.data?.results ?? []) {
    names.set(urn, name);
  }
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = theirs?.version ?? version;
    setVersion(read);
    change.run(async (key) => {
      if (webhook) {
        const changed = await answered(
          webhookResourceChange({
            path: { id: webhook.id },
            headers: { 'If-Match': `"${read}"` },
            body: typed,
          }),
        );
        await onSaved(changed, undefined);
        return;
      }
      const made = await answered(
        webhookResourceCreate({ headers: { 'Idempotency-Key': key }, body: typed }),
      );
      // It is there now; where its secret does not come, its page offers to make one.
      const secret = await answered(webhookResourceNewSecret({ path: { id: made.id } })).catch(
        () => undefined,
      );
      await onSaved(made, secret);
    });
  };
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
      <Field label={LABELS.name} hint="What people call it" wrong={change.problem?.at('/name')}>
        <input value={typed.name} onChange={(event) => set({ name: event.target.value })} maxLength={200} />
      </Field>
      <Field
        label={LABELS.address}
        hint="Begins with https://, and leads to a public address"
        wrong={change.problem?.at('/address')}
      >
        <input
          type="url"
          value={typed.address}
          onChange={(event) => set({ address: event.target.value })}
          maxLength={2000}
        />
      </Field>
      <Ticks
        legend={LABELS.kinds}
        hint="It is told that a thing has changed, never what it says. Concerns, people and committees are not told of."
        options={Object.entries(KINDS)}
        ticked={typed.kinds}
        onTick={(kinds) => set({ kinds: kinds as WebhookKind[] })}
      />
      <Ticks
        legend={LABELS.schools}
        hint="Tick none for all schools. What belongs to no school is told in any case."
        options={[...names]
          .sort(([, one], [, other]) => one.localeCompare(other))
          .map(([urn, name]) => [String(urn), name])}
        ticked={typed.schools.map(String)}
        onTick={(ticked) => set({ schools: ticked.map(Number) })}
      />
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={change.busy}>
          {webhook ? 'Save' : 'Register it'}
        </button>
        <button className="button" type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
