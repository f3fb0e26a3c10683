import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { webhookResourceList } from '../api/sdk.gen';
import type { Webhook, WebhookSecret } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { number } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { Secret } from './Secret';
import { standing } from './status';
import { WebhookForm } from './WebhookForm';

const route = getRouteApi('/shell/integrations/webhooks');

/** What the address of the page can say. */
export interface WebhooksSearch {
  page?: number;
}

/** Where changes are delivered by themselves, and how that goes. */
export function WebhooksPage() {
  const me = useMe();
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [registering, setRegistering] = useState(false);
  const [made, setMade] = useState<{ webhook: Webhook; secret: WebhookSecret }>();
  const allowed = may(me, 'integrations:manage');
  const webhooks = useQuery({
    queryKey: ['webhooks', wanted],
    queryFn: () => answered(webhookResourceList({ query: { page: wanted.page, pageSize: 25 } })),
    placeholderData: keepPreviousData,
    enabled: allowed,
  });
  return (
    <Page
      title="Webhooks"
      lead="Systems that are told by themselves when something has changed, each delivery signed."
      crumbs={[{ label: 'Integrations', to: '/integrations' }]}
      actions={
        allowed && (
          <button className="button primary" type="button" onClick={() => setRegistering(true)}>
            Register a webhook
          </button>
        )
      }
    >
      {!allowed && <NotAllowed />}
      {allowed && webhooks.isPending && <Loading what="webhooks" />}
      {webhooks.isError && <Failed cause={webhooks.error} retry={() => webhooks.refetch()} />}
      {webhooks.data && (
        <section className="sheet stack" aria-label="Webhooks">
          {webhooks.data.results.length === 0 ? (
            <Empty>
              No system is told of changes yet. Register its address, and give it the secret that is shown
              then.
            </Empty>
          ) : (
            <List webhooks={webhooks.data.results} />
          )}
          <Paging
            paging={webhooks.data.paging}
            what="webhooks"
            onPage={(page) => navigate({ search: { page } })}
          />
        </section>
      )}
      {registering && (
        <Dialog title="Register a webhook" onClose={() => setRegistering(false)}>
          <WebhookForm
            webhook={undefined}
            onSaved={async (webhook, secret) => {
              await queries.invalidateQueries();
              setRegistering(false);
              setMade(secret && { webhook, secret });
            }}
            onCancel={() => setRegistering(false)}
          />
        </Dialog>
      )}
      {made && <Secret name={made.webhook.name} secret={made.secret} onClose={() => setMade(undefined)} />}
    </Page>
  );
}

/** For those who have come to an address that is not for them. */
export function NotAllowed() {
  return (
    <div className="notice bad" role="alert">
      <h2>You may not see this</h2>
      <p>Webhooks are registered by the administrator of Uplift in your trust.</p>
    </div>
  );
}

function List({ webhooks }: { webhooks: Webhook[] }) {
  return (
    <div className="table folds">
      <table>
        <caption className="visually-hidden">Webhooks by name</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">State</th>
            <th scope="col">Last delivered</th>
            <th scope="col" className="figure">
              Waiting
            </th>
            <th scope="col" className="figure">
              Failed for good
            </th>
          </tr>
        </thead>
        <tbody>
          {webhooks.map((webhook) => {
            const state = standing(webhook);
            return (
              <tr key={webhook.id}>
                <th scope="row">
                  <Link to="/integrations/webhooks/$id" params={{ id: webhook.id }}>
                    {webhook.name}
                  </Link>
                </th>
                <td data-label="State">
                  <Pill tone={state.tone}>{state.label}</Pill>
                </td>
                <td data-label="Last delivered">
                  {webhook.lastDeliveredAt ? (
                    <When at={webhook.lastDeliveredAt} />
                  ) : (
                    <span className="soft">Never</span>
                  )}
                </td>
                <td data-label="Waiting" className={webhook.waiting ? 'figure' : 'figure soft none'}>
                  {number(webhook.waiting)}
                </td>
                <td data-label="Failed for good" className={webhook.dead ? 'figure' : 'figure soft none'}>
                  {number(webhook.dead)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
