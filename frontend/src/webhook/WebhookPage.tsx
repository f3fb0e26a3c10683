import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  webhookResourceGet,
  webhookResourceNewSecret,
  webhookResourcePause,
  webhookResourceRemove,
  webhookResourceResume,
  webhookResourceTest,
} from '../api/sdk.gen';
import type { DeliveryStatus, Webhook, WebhookSecret } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Confirm } from '../ui/Confirm';
import { Dialog } from '../ui/Dialog';
import { FormProblem } from '../ui/Field';
import { day, moment, number } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { When } from '../ui/When';
import { Deliveries } from './Deliveries';
import { KINDS } from './kinds';
import { Secret } from './Secret';
import { standing } from './status';
import { WebhookForm } from './WebhookForm';
import { NotAllowed } from './WebhooksPage';

const route = getRouteApi('/shell/integrations/webhooks/$id');

/** What the address of the page can say. */
export interface WebhookSearch {
  status?: DeliveryStatus;
  page?: number;
}

type Asked = 'change' | 'secret' | 'remove';

/** A webhook: what it is told of, whether that arrives, and what can be done about it. */
export function WebhookPage() {
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const [asked, setAsked] = useState<Asked>();
  const [secret, setSecret] = useState<WebhookSecret>();
  const allowed = may(me, 'integrations:manage');
  const webhook = useQuery({
    queryKey: ['webhook', id],
    queryFn: () => answered(webhookResourceGet({ path: { id } })),
    enabled: allowed,
    // What waits is tried within seconds.
    refetchInterval: (query) => (query.state.data?.waiting ? 5000 : false),
  });
  const path = { id };
  const run = (work: () => Promise<unknown>) =>
    change.run(async () => {
      await work();
      await queries.invalidateQueries();
    });
  const one = webhook.data;
  return (
    <Page
      title={one?.name ?? 'Webhook'}
      crumbs={[
        { label: 'Integrations', to: '/integrations' },
        { label: 'Webhooks', to: '/integrations/webhooks' },
      ]}
    >
      {!allowed && <NotAllowed />}
      {allowed && webhook.isPending && <Loading what="the webhook" />}
      {webhook.isError && <Failed cause={webhook.error} retry={() => webhook.refetch()} />}
      {one && (
        <div className="stack">
          <section className="sheet stack" aria-labelledby="how">
            <header>
              <h2 id="how">What it is told of</h2>
              <Pill tone={standing(one).tone}>{standing(one).label}</Pill>
            </header>
            <FormProblem problem={change.problem} />
            <Notice webhook={one} />
            <Facts webhook={one} />
            <div className="actions">
              {one.status !== 'without-secret' && (
                <button
                  className="button primary"
                  type="button"
                  aria-disabled={change.busy}
                  onClick={() => run(() => answered(webhookResourceTest({ path })))}
                >
                  Send a test
                </button>
              )}
              <button className="button" type="button" onClick={() => setAsked('change')}>
                Change
              </button>
              <button className="button" type="button" onClick={() => setAsked('secret')}>
                {one.status === 'without-secret' ? 'Make a secret' : 'Make a new secret'}
              </button>
              {one.pausedAt ? (
                <button
                  className="button"
                  type="button"
                  aria-disabled={change.busy}
                  onClick={() => run(() => answered(webhookResourceResume({ path })))}
                >
                  Resume
                </button>
              ) : (
                <button
                  className="button"
                  type="button"
                  aria-disabled={change.busy}
                  onClick={() => run(() => answered(webhookResourcePause({ path })))}
                >
                  Pause
                </button>
              )}
              <button className="button danger" type="button" onClick={() => setAsked('remove')}>
                Remove
              </button>
            </div>
          </section>
          <Deliveries webhook={one} />
        </div>
      )}
      {one && asked === 'change' && (
        <Dialog title={`Change ${one.name}`} onClose={() => setAsked(undefined)}>
          <WebhookForm
            webhook={one}
            onSaved={async () => {
              await queries.invalidateQueries();
              setAsked(undefined);
            }}
            onCancel={() => setAsked(undefined)}
          />
        </Dialog>
      )}
      {one && asked === 'secret' && (
        <Confirm
          title={`Make a new secret of ${one.name}?`}
          action="Make it"
          work={async () => {
            setSecret(await answered(webhookResourceNewSecret({ path })));
            await queries.invalidateQueries();
          }}
          onClose={() => setAsked(undefined)}
        >
          It is shown once. {one.secretSince && 'The present one signs too for 24 hours. '}
          {one.previousSecretUntil && 'The one before the present one ends at once.'}
        </Confirm>
      )}
      {one && asked === 'remove' && (
        <Confirm
          title={`Remove ${one.name}?`}
          action="Remove it"
          work={async () => {
            await answered(webhookResourceRemove({ path, headers: { 'If-Match': `"${one.version}"` } }));
            await navigate({ to: '/integrations/webhooks' });
            await queries.invalidateQueries({ queryKey: ['webhooks'] });
          }}
          onClose={() => setAsked(undefined)}
        >
          Nothing more is delivered to it, and its deliveries are gone.
        </Confirm>
      )}
      {one && secret && <Secret name={one.name} secret={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
}

/** What somebody should do, where there is something. */
function Notice({ webhook }: { webhook: Webhook }) {
  switch (webhook.status) {
    case 'without-secret':
      return (
        <p className="notice warn">
          Nothing is sent unsigned. Make its secret, and give it to the receiver; what changes until then
          waits.
        </p>
      );
    case 'failing':
      return (
        <p className="notice bad">
          Too many deliveries in a row failed for good, so it was paused{' '}
          {webhook.pausedAt && <When at={webhook.pausedAt} />}. Put the receiver right, send a test, resume
          it, and replay what has failed. What changes meanwhile waits.
        </p>
      );
    case 'paused':
      return (
        <p className="notice">
          Paused {webhook.pausedAt && <When at={webhook.pausedAt} />}. What changes meanwhile waits.
        </p>
      );
    case 'active':
      return null;
  }
}

function Facts({ webhook }: { webhook: Webhook }) {
  return (
    <dl className="facts">
      <dt>Address</dt>
      <dd>{webhook.address}</dd>
      <dt>Told of</dt>
      <dd>{webhook.kinds.map((kind) => KINDS[kind]).join(', ')}</dd>
      <dt>Schools</dt>
      <dd>
        {webhook.schools.length === 0
          ? 'All'
          : webhook.schools.map((urn, at) => (
              <span key={urn}>
                {at > 0 && ', '}
                <Link to="/schools/$urn" params={{ urn: String(urn) }}>
                  {webhook.schoolNames[at]}
                </Link>
              </span>
            ))}
      </dd>
      <dt>Secret</dt>
      <dd>
        {webhook.secretSince ? `Since ${day(webhook.secretSince)}` : 'None yet'}
        {webhook.previousSecretUntil && (
          <span className="soft line">
            The one before signs too until {moment(webhook.previousSecretUntil)}
          </span>
        )}
      </dd>
      <dt>Deliveries</dt>
      <dd>
        {number(webhook.waiting)} waiting, {number(webhook.dead)} failed for good
        {webhook.lastDeliveredAt && (
          <span className="soft line">
            The last arrived <When at={webhook.lastDeliveredAt} />
          </span>
        )}
      </dd>
      <dt>Registered</dt>
      <dd>{day(webhook.registeredAt)}</dd>
    </dl>
  );
}
