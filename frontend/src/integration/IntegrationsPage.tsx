import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { integrationResourceList } from '../api/sdk.gen';
import type { Integration } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { day, number } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill, type Tone } from '../ui/Pill';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { IntegrationForm } from './IntegrationForm';
import { inOrder, kindLabel } from './kinds';
import { Revoke } from './Revoke';

const route = getRouteApi('/shell/integrations');

const STATES: Record<Integration['status'], { tone: Tone; label: string }> = {
  active: { tone: 'good', label: 'In order' },
  late: { tone: 'bad', label: 'Late' },
  revoked: { tone: 'calm', label: 'Revoked' },
};

/** So many schools are named at first. */
const SHOWN = 8;

/** What the address of the page can say. */
export interface IntegrationSearch {
  page?: number;
}

/** The machines that send data: for which schools, what, whether they do, and whom to ask. */
export function IntegrationsPage() {
  const me = useMe();
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Integration | 'new'>();
  const [revoking, setRevoking] = useState<Integration>();
  const allowed = may(me, 'integrations:manage');
  const integrations = useQuery({
    queryKey: ['integrations', wanted],
    queryFn: () => answered(integrationResourceList({ query: { page: wanted.page, pageSize: 25 } })),
    placeholderData: keepPreviousData,
    enabled: allowed,
  });
  const saved = async () => {
    await queries.invalidateQueries();
    setEditing(undefined);
  };
  return (
    <Page
      title="Integrations"
      lead="The machines that send data: for which schools, what, whether they do, and whom to ask."
      actions={
        allowed && (
          <>
            <Link className="button" to="/integrations/webhooks">
              Webhooks
            </Link>
            <button className="button primary" type="button" onClick={() => setEditing('new')}>
              Register an integration
            </button>
          </>
        )
      }
    >
      {!allowed && (
        <div className="notice bad" role="alert">
          <h2>You may not see this</h2>
          <p>Integrations are registered by the administrator of Uplift in your trust.</p>
        </div>
      )}
      {allowed && integrations.isPending && <Loading what="integrations" />}
      {integrations.isError && <Failed cause={integrations.error} retry={() => integrations.refetch()} />}
      {integrations.data && (
        <div className="stack">
          {integrations.data.results.length === 0 && (
            <section className="sheet" aria-label="Integrations">
              <Empty>
                No machine is registered yet. Make a client with a service account and the role
                mis-integration in Keycloak, then register it here.
              </Empty>
            </section>
          )}
          {integrations.data.results.map((integration) => (
            <Sheet
              key={integration.id}
              integration={integration}
              onChange={() => setEditing(integration)}
              onRevoke={() => setRevoking(integration)}
            />
          ))}
          <Paging
            paging={integrations.data.paging}
            what="integrations"
            onPage={(page) => navigate({ search: { page } })}
          />
        </div>
      )}
      {editing && (
        <Dialog
          title={editing === 'new' ? 'Register an integration' : `Change ${editing.name}`}
          onClose={() => setEditing(undefined)}
        >
          <IntegrationForm
            integration={editing === 'new' ? undefined : editing}
            onSaved={saved}
            onCancel={() => setEditing(undefined)}
          />
        </Dialog>
      )}
      {revoking && <Revoke integration={revoking} onClose={() => setRevoking(undefined)} />}
    </Page>
  );
}

interface SheetProps {
  integration: Integration;
  onChange: () => void;
  onRevoke: () => void;
}

function Sheet({ integration, onChange, onRevoke }: SheetProps) {
  const { id, name, clientId, status, contactName, contactEmail, revokedAt } = integration;
  const state = STATES[status];
  const kinds = inOrder(integration.kinds);
  return (
    <section className="sheet stack" aria-labelledby={`integration-${id}`}>
      <header>
        <h2 id={`integration-${id}`}>{name}</h2>
        <Pill tone={state.tone}>{state.label}</Pill>
      </header>
      {revokedAt && (
        <p className="notice">
          Revoked <When at={revokedAt} />: {integration.revocationReason}
        </p>
      )}
      <dl className="facts">
        <dt>Schools</dt>
        <dd>
          <SentFor integration={integration} />
        </dd>
        <dt>Whom to ask</dt>
        <dd>
          {contactName}, <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </dd>
        <dt>Registered</dt>
        <dd>
          {day(integration.registeredAt)}{' '}
          <span className="soft small">as the client {clientId} in Keycloak</span>
        </dd>
      </dl>
      <div className="table folds">
        <table>
          <caption className="visually-hidden">What {name} sends</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Last sent</th>
              <th scope="col">Expected</th>
              <th scope="col" className="figure">
                Rows in 30 days
              </th>
              <th scope="col" className="figure">
                Rejected
              </th>
              <th scope="col" className="figure">
                Waiting
              </th>
              <th scope="col" className="figure">
                Not taken
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind.kind}>
                <th scope="row">{kindLabel(kind.kind)}</th>
                <td data-label="Last sent">
                  {kind.lastPushAt ? <When at={kind.lastPushAt} /> : <span className="soft">Never</span>}
                </td>
                <td data-label="Expected">
                  <span>
                    {kind.expectedEveryDays ? (
                      every(kind.expectedEveryDays)
                    ) : (
                      <span className="soft">Whenever</span>
                    )}{' '}
                    {kind.late && <Pill tone="bad">Late</Pill>}
                  </span>
                </td>
                <Figure label="Rows in 30 days" count={kind.received} />
                <Figure label="Rejected" count={kind.rejected} />
                <Figure label="Waiting" count={kind.quarantined} />
                <td
                  data-label="Not taken"
                  className={kind.errorRate || kind.failed ? 'figure' : 'figure soft none'}
                >
                  <span>
                    {kind.errorRate == null ? '–' : `${number(kind.errorRate, 1)} %`}
                    {kind.failed > 0 && <span className="line">failed {times(kind.failed)}</span>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {status !== 'revoked' && (
        <div className="actions">
          <button className="button" type="button" aria-label={`Change ${name}`} onClick={onChange}>
            Change
          </button>
          <button className="button danger" type="button" aria-label={`Revoke ${name}`} onClick={onRevoke}>
            Revoke
          </button>
        </div>
      )}
    </section>
  );
}

/** The schools by name; of many the first, and the others when they are asked for. */
function SentFor({ integration: { schools, schoolNames } }: { integration: Integration }) {
  const named = schools
    .map((urn, at) => ({ urn, name: schoolNames[at] ?? `School ${urn}` }))
    .sort((one, other) => one.name.localeCompare(other.name));
  const links = (some: typeof named) =>
    some.map(({ urn, name }, at) => (
      <span key={urn}>
        {at > 0 && ', '}
        <Link to="/schools/$urn" params={{ urn: String(urn) }}>
          {name}
        </Link>
      </span>
    ));
  return (
    <>
      {links(named.slice(0, SHOWN))}
      {named.length > SHOWN && (
        <details>
          <summary>And {number(named.length - SHOWN)} more</summary>
          {links(named.slice(SHOWN))}
        </details>
      )}
    </>
  );
}

/** Nothing to look at where it is none. */
function Figure({ label, count }: { label: string; count: number }) {
  return (
    <td data-label={label} className={count === 0 ? 'figure soft none' : 'figure'}>
      {number(count)}
    </td>
  );
}

function every(days: number): string {
  return days === 1 ? 'Every day' : `Every ${days} days`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${number(count)} times`;
}
