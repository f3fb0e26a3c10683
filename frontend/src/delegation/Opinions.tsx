import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { approvalResourceGet, approvalResourceSay } from '../api/sdk.gen';
import { AskDialog } from '../ui/AskDialog';
import { Failed } from '../ui/Page';
import { answered } from '../ui/problem';
import { When } from '../ui/When';
import { BODIES, bodies } from './words';

/** What those have said who are consulted on a request, and the place where they say it. */
export function Opinions({ approval }: { approval: string }) {
  const queries = useQueryClient();
  const [saying, setSaying] = useState(false);
  const path = { id: approval };
  const found = useQuery({
    queryKey: ['approvals', approval],
    queryFn: () => answered(approvalResourceGet({ path })),
  });
  if (found.isPending) {
    // For most there is none: what stands below does not wait for that.
    return null;
  }
  if (found.isError) {
    return <Failed cause={found.error} retry={() => found.refetch()} />;
  }
  const { rule, opinions, mayAdvise, approval: asked } = found.data;
  const waits = asked.status === 'waiting' && rule.consulted.length > 0;
  if (opinions.length === 0 && !waits) {
    return null;
  }
  return (
    <section className="stack" aria-label="Opinions">
      {opinions.length === 0 ? (
        <p className="soft small">Consulted: {bodies(rule.consulted)}. Nobody has said anything yet.</p>
      ) : (
        opinions.map(({ body, text, author, at }) => (
          <div key={author + at}>
            <p className="line">{text}</p>
            <p className="soft small">
              {author}, consulted as {BODIES[body]}, <When at={at} />
            </p>
          </div>
        ))
      )}
      {mayAdvise && (
        <div className="actions">
          <button className="button" type="button" onClick={() => setSaying(true)}>
            Say what you think
          </button>
        </div>
      )}
      {saying && (
        <AskDialog
          title="What do you think of it?"
          action="Say it"
          asked={() => [
            {
              name: 'text',
              label: 'Your opinion',
              hint: 'Kept with your name, and never changed. Who decides reads it.',
              kind: 5,
            },
          ]}
          work={async ({ text }, key) => {
            await answered(
              approvalResourceSay({ path, headers: { 'Idempotency-Key': key }, body: { text: text ?? '' } }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setSaying(false)}
        />
      )}
    </section>
  );
}
