import { useState } from 'react';
import type { WebhookSecret } from '../api/types.gen';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { moment } from '../ui/format';

/** The secret of a webhook, which nobody sees again. */
export function Secret({
  name,
  secret,
  onClose,
}: {
  name: string;
  secret: WebhookSecret;
  onClose: () => void;
}) {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog title={`The secret of ${name}`} onClose={onClose}>
      <div className="form">
        <p>
          The receiver needs it to check that a delivery comes from here.
          {secret.previousSecretUntil &&
            ` The one before it signs too until ${moment(secret.previousSecretUntil)}: let the receiver change over by then.`}
        </p>
        <Field label="Secret" hint="It is shown once: copy it now">
          <input readOnly value={secret.secret} onFocus={({ target }) => target.select()} />
        </Field>
        <div className="actions">
          <button
            className="button primary"
            type="button"
            onClick={async () => {
              await navigator.clipboard.writeText(secret.secret);
              setCopied(true);
            }}
          >
            Copy the secret
          </button>
          <button className="button" type="button" onClick={onClose}>
            Close
          </button>
          <span role="status" className="soft small">
            {copied ? 'Copied.' : ''}
          </span>
        </div>
      </div>
    </Dialog>
  );
}
