import { Link } from '@tanstack/react-router';
import type { CommissionSource } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { useCommissions } from './useCommissions';

interface Props {
  kind: CommissionSource['kind'];
  id: string;
  /** What it is called, for the support that is asked for. */
  title: string;
  schoolUrn: number | undefined;
}

/** Asks for support from a need, a priority or a checkpoint; where it is asked for already, leads to that. */
export function AskButton({ kind, id, title, schoolUrn }: Props) {
  const me = useMe();
  const asks = schoolUrn !== undefined && mayIn(me, 'support:request', schoolUrn);
  // The same list for every priority of a plan: it is read once.
  const commissions = useCommissions({ schoolUrn, open: true, pageSize: 200 }, asks);
  const there = commissions.data?.results.find(({ sourceId }) => sourceId === id);
  if (!asks || !commissions.data) {
    return null;
  }
  return there ? (
    <Link className="button" to="/commissions/$id" params={{ id: there.id }}>
      Support: {there.title}
    </Link>
  ) : (
    <Link
      className="button"
      to="/commissions/new"
      search={{ school: schoolUrn, kind, source: id, title }}
      aria-label={`Ask for support: ${title}`}
    >
      Ask for support
    </Link>
  );
}
