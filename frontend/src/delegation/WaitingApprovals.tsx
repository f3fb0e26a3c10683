import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { approvalResourceList } from '../api/sdk.gen';
import { Failed } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { When } from '../ui/When';

/** What waits for somebody to decide it; nothing is shown where nothing waits. */
export function WaitingApprovals() {
  const approvals = useQuery({
    queryKey: ['approvals', 'waiting'],
    queryFn: () => answered(approvalResourceList({ query: { status: 'waiting', pageSize: 20 } })),
  });
  if (approvals.isError) {
    return <Failed cause={approvals.error} retry={() => approvals.refetch()} />;
  }
  if (!approvals.data || approvals.data.results.length === 0) {
    return null;
  }
  return (
    <section className="sheet" aria-labelledby="approvals-title">
      <header>
        <h2 id="approvals-title">Waiting for your approval</h2>
      </header>
      <ul className="standing">
        {approvals.data.results.map((approval) => (
          <li key={approval.id}>
            <Pill tone="warn">Waiting</Pill>
            <div>
              <p>
                <Link to="/cycles/$id" params={{ id: approval.subjectId }} hash="approval-title">
                  {approval.title}
                </Link>
              </p>
              <p className="soft small">
                {approval.requester}, <When at={approval.requestedAt} />
                {approval.comment && `: ${approval.comment}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
