import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { integrationResourceList } from '../api/sdk.gen';
import type { Integration } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { number } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill, type Tone } from '../ui/Pill';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { IntegrationForm } from './IntegrationForm';
import { kindLabel } from './kinds';
import { Revoke } from './Revoke';

const route = getRouteApi('/shell/integrations');

const STATES: Record<Integration['status'], { tone: Tone; label: string }> = {
  active: { tone: 'good', label: 'In order' },
  late: { tone: 'bad', label: 'Late' },
  revoked: { tone: 'calm', label: 'Revoked' },
};

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
          <button className="button primary" type="button" onClick={() => setEditing('new')}>
            Register an integration
          </button>
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
  const { id, name, clientId, status, schools, kinds, contactName, contactEmail } = integration;
  const state = STATES[status];
  return (
    <section className="sheet" aria-labelledby={`integration-${id}`}>
      <header>
        <h2 id={`integration-${id}`}>{name}</h2>
        <Pill tone={state.tone}>{state.label}</Pill>
      </header>
      <p className="soft">
        Client {clientId} · schools {schools.join(', ')} · ask {contactName},{' '}
        <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
      </p>
      {integration.revokedAt && (
        <p>
          Revoked <When at={integration.revokedAt} />: {integration.revocationReason}
        </p>
      )}
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
                Refused
              </th>
              <th scope="col" className="figure">
                Waiting
              </th>
              <th scope="col" className="figure">
                Errors
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind.kind}>
                <th scope="row">{kindLabel(kind.kind)}</th>
                <td data-label="Last sent">{kind.lastPushAt ? <When at={kind.lastPushAt} /> : 'Never'}</td>
                <td data-label="Expected">
                  <span>
                    {kind.expectedEveryDays ? `Every ${kind.expectedEveryDays} days` : 'Not said'}{' '}
                    {kind.late && <Pill tone="bad">Late</Pill>}
                  </span>
                </td>
                <td data-label="Rows in 30 days" className="figure">
                  {number(kind.received)}
                </td>
                <td data-label="Refused" className="figure">
                  {number(kind.rejected)}
                </td>
                <td data-label="Waiting" className="figure">
                  {number(kind.quarantined)}
                </td>
                <td data-label="Errors" className="figure">
                  {kind.errorRate == null ? '–' : `${number(kind.errorRate, 1)}%`}
                  {kind.failed > 0 && <span className="line">{number(kind.failed)} failed</span>}
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
