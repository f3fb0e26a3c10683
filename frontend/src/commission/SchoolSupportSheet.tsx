import { Link } from '@tanstack/react-router';
import type { Commission } from '../api/types.gen';
import { day, number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { supporting } from './CommissionTable';
import { useCommissions } from './useCommissions';
import { DIFFERENCE, STATUS } from './words';

const SHOWN = 4;
/** A school prints on one page, with the newest of its support. */
const PRINTED = 1;

function line({ status, daysGiven, daysAgreed, endsOn, schoolRating }: Commission): string {
  return [
    `${number(daysGiven)} of ${number(daysAgreed)} days`,
    status === 'active' && `until ${day(endsOn)}`,
    schoolRating !== undefined && (DIFFERENCE[schoolRating] ?? '').toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The support of a school: who gives it, how far it is, and what came of it. */
export function SchoolSupportSheet({ urn }: { urn: number }) {
  const commissions = useCommissions({ schoolUrn: urn, pageSize: SHOWN });
  const found = commissions.data;
  return (
    <section className="sheet stack" aria-labelledby="support-sheet">
      <header>
        <h2 id="support-sheet">Support</h2>
        <Link to="/commissions" search={{ school: urn }} className="small">
          All
        </Link>
      </header>
      {commissions.isPending && <Loading what="support" />}
      {commissions.isError && <Failed cause={commissions.error} retry={() => commissions.refetch()} />}
      {found && found.results.length === 0 && (
        <Empty>No support is asked for. It comes from the school's need, a priority or a checkpoint.</Empty>
      )}
      {found && found.results.length > 0 && (
        <ul className="plain small">
          {found.results.map((one, at) => (
            <li key={one.id} className={at < PRINTED ? undefined : 'unprinted'}>
              <Pill tone={one.overdue ? 'warn' : STATUS[one.status].tone}>{STATUS[one.status].label}</Pill>{' '}
              <Link to="/commissions/$id" params={{ id: one.id }}>
                {one.title}
              </Link>
              <span className="soft"> {[supporting(one), line(one)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
