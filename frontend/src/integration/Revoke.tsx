import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { integrationResourceRevoke } from '../api/sdk.gen';
import type { Integration } from '../api/types.gen';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

/** Ends a registration for good, with the reason; what the machine has sent stays. */
export function Revoke({ integration, onClose }: { integration: Integration; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const [reason, setReason] = useState('');
  const revoke = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(integrationResourceRevoke({ path: { id: integration.id }, body: { reason } }));
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <Dialog title={`Revoke ${integration.name}?`} onClose={onClose}>
      <form className="form" onSubmit={revoke} noValidate>
        <FormProblem problem={change.problem} />
        <p>
          {integration.name} can send nothing from its next request on; files of it that wait or are being
          taken in are cancelled. What it has sent before stays. To let it send again, register it anew.{' '}
          <span className="soft small">Its client in Keycloak is {integration.clientId}.</span>
        </p>
        <Field
          label="Reason"
          hint="It is recorded, and told to the client"
          wrong={change.problem?.at('/reason')}
        >
          <input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
        </Field>
        <div className="actions">
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
          <button className="button danger" type="submit" aria-disabled={change.busy}>
            Revoke it now
          </button>
        </div>
      </form>
    </Dialog>
  );
}
