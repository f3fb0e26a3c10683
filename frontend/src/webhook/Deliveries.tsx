import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { deliveryResourceList, deliveryResourceReplay, webhookResourceReplay } from '../api/sdk.gen';
import type { DeliveryStatus, Webhook, WebhookDelivery } from '../api/types.gen';
import { Field, FormProblem } from '../ui/Field';
import { number } from '../ui/format';
import { Empty, Failed } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Pill, type Tone } from '../ui/Pill';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { When } from '../ui/When';
import { kindLabel, troubleText } from './kinds';

const route = getRouteApi('/shell/integrations/webhooks/$id');

const STATES: Record<DeliveryStatus, { tone: Tone; label: string }> = {
  waiting: { tone: 'warn', label: 'Waiting' },
  delivered: { tone: 'good', label: 'Delivered' },
  dead: { tone: 'bad', label: 'Failed for good' },
};

/** What was delivered, what waits, and what has failed for good, with the way to try it again. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const wanted = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const change = useChange();
  const { id } = webhook;
  const deliveries = useQuery({
    queryKey: ['webhook', id, 'deliveries', wanted],
    queryFn: () =>
      answered(
        deliveryResourceList({
          path: { id },
          query: { status: wanted.status, page: wanted.page, pageSize: 25 },
        }),
      ),
    placeholderData: keepPreviousData,
    // The webhook may be known to have nothing waiting any more before its list is.
    refetchInterval: ({ state }) =>
      webhook.waiting > 0 || state.data?.results.some(({ status }) => status === 'waiting') ? 5000 : false,
  });
  const run = (work: () => Promise<unknown>) =>
    change.run(async () => {
      await work();
      await queries.invalidateQueries();
    });
  return (
    <section className="sheet stack" aria-labelledby="deliveries">
      <header>
        <h2 id="deliveries">Deliveries</h2>
        {webhook.dead > 0 && (
          <button
            className="button"
            type="button"
            aria-disabled={change.busy}
            onClick={() => run(() => answered(webhookResourceReplay({ path: { id } })))}
          >
            Replay all that have failed
          </button>
        )}
      </header>
      <p className="soft">The newest first.</p>
      <FormProblem problem={change.problem} />
      <search className="filters">
        <Field label="State">
          <select
            value={wanted.status ?? ''}
            onChange={(event) =>
              navigate({
                search: { status: (event.target.value || undefined) as DeliveryStatus | undefined },
                replace: true,
              })
            }
          >
            <option value="">All</option>
            {(Object.keys(STATES) as DeliveryStatus[]).map((status) => (
              <option key={status} value={status}>
                {STATES[status].label}
              </option>
            ))}
          </select>
        </Field>
      </search>
      {deliveries.isError && <Failed cause={deliveries.error} retry={() => deliveries.refetch()} />}
      {deliveries.data?.results.length === 0 && (
        <Empty>
          {wanted.status
            ? 'None stands so. Choose another state above.'
            : 'Nothing has been delivered yet. Send a test to see whether it arrives.'}
        </Empty>
      )}
      {deliveries.data && deliveries.data.results.length > 0 && (
        <>
          <div className="table folds">
            <table>
              <caption className="visually-hidden">Deliveries to {webhook.name}</caption>
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">When</th>
                  <th scope="col">State</th>
                  <th scope="col" className="figure">
                    Attempts
                  </th>
                  <th scope="col">Last attempt</th>
                  <th scope="col">
                    <span className="visually-hidden">Try again</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {deliveries.data.results.map((delivery) => (
                  <Row
                    key={delivery.id}
                    delivery={delivery}
                    onReplay={() =>
                      run(() => answered(deliveryResourceReplay({ path: { id, deliveryId: delivery.id } })))
                    }
                  />
                ))}
              </tbody>
            </table>
          </div>
          <Paging
            paging={deliveries.data.paging}
            what="deliveries"
            onPage={(page) => navigate({ search: { ...wanted, page } })}
          />
        </>
      )}
    </section>
  );
}

function Row({ delivery, onReplay }: { delivery: WebhookDelivery; onReplay: () => void }) {
  const { kind, what, status, attempts, lastTrouble, lastAnswer, nextTryAt, lastTryAt } = delivery;
  const state = STATES[status];
  const label = kind === 'test' ? 'Test' : `${kindLabel(kind)}: ${what}`;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-label="When">
        <When at={delivery.at} />
      </td>
      <td data-label="State">
        <Pill tone={state.tone}>{state.label}</Pill>
      </td>
      <td data-label="Attempts" className={attempts ? 'figure' : 'figure soft none'}>
        {number(attempts)}
      </td>
      <td data-label="Last attempt">
        <span>
          {lastTryAt ? <When at={lastTryAt} /> : <span className="soft">Not tried yet</span>}
          {status === 'delivered' && lastAnswer && (
            <span className="soft line">It answered {lastAnswer}</span>
          )}
          {lastTrouble && <span className="line">{troubleText(lastTrouble, lastAnswer)}</span>}
          {nextTryAt && attempts > 0 && (
            <span className="soft line">
              Again <When at={nextTryAt} />
            </span>
          )}
        </span>
      </td>
      <td data-label="Try again" className={status === 'dead' ? undefined : 'none'}>
        {status === 'dead' && (
          <button className="button" type="button" onClick={onReplay}>
            Replay<span className="visually-hidden"> {label}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
