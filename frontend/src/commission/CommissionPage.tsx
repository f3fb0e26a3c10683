import { getRouteApi, Link } from '@tanstack/react-router';
import { ActivityList } from '../activity/ActivityList';
import type { CommissionDetail } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { ThingLink } from '../thing/ThingLink';
import { day, daysOf, number } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { ChangesSheet } from './ChangesSheet';
import { CommissionMoves } from './CommissionMoves';
import { supported, supporting } from './CommissionTable';
import { ImpactSheet } from './ImpactSheet';
import { MatchApproval } from './MatchApproval';
import { MatchSheet } from './MatchSheet';
import { useCommission } from './useCommissions';
import { VisitsSheet } from './VisitsSheet';
import { COURSE, pounds, STATUS } from './words';

const route = getRouteApi('/shell/commissions/$id');

/** Support, from the first request to what came of it for both parties. */
export function CommissionPage() {
  const me = useMe();
  const { id } = route.useParams();
  const commission = useCommission(id);
  const found = commission.data;
  const summary = found?.commission;
  return (
    <Page
      title={summary?.title ?? 'Support'}
      lead={summary && [supported(summary), supporting(summary)].filter(Boolean).join(' · ')}
      crumbs={[{ label: 'Support', to: '/commissions' }]}
      actions={
        summary && (
          <button className="button" type="button" onClick={() => print()}>
            Print
          </button>
        )
      }
    >
      {commission.isPending && <Loading what="the support" />}
      {commission.isError && <Failed cause={commission.error} retry={() => commission.refetch()} />}
      {found && summary && (
        <div className="stack">
          <Standing detail={found} />
          <div className="aside">
            <div className="stack">
              {found.may.match && <MatchSheet detail={found} />}
              {found.approval && <MatchApproval detail={found} approval={found.approval} />}
              {(summary.status === 'active' || found.visits.length > 0) && <VisitsSheet detail={found} />}
              {(summary.status === 'active' || found.impact.length > 0) && <ImpactSheet detail={found} />}
              {found.changes.length > 0 && <ChangesSheet detail={found} />}
            </div>
            <div className="stack">
              <Request detail={found} />
              <Against detail={found} />
              {found.insideFirst.length > 0 && <InsideFirst detail={found} />}
            </div>
          </div>
          {summary.schoolUrn !== undefined && may(me, 'activity:read', summary.schoolUrn) && (
            <ActivityList title="Activity" filter={{ subject: 'commission', subjectId: id }} />
          )}
        </div>
      )}
    </Page>
  );
}

/** How far it is, and what one can do. */
function Standing({ detail }: { detail: CommissionDetail }) {
  const { commission, endReason, endedOn, agreement } = detail;
  const { label, tone } = STATUS[commission.status];
  const reached = COURSE.indexOf(commission.status);
  return (
    <section className="sheet stack" aria-labelledby="standing-title">
      <header>
        <h2 id="standing-title" tabIndex={-1}>
          How far it is
        </h2>
        <Pill tone={commission.overdue ? 'warn' : tone}>
          {commission.overdue ? `${label}, past its last day` : label}
        </Pill>
      </header>
      {reached >= 0 && (
        <ol className="course">
          {COURSE.map((step, at) => (
            <li key={step} aria-current={at === reached ? 'step' : undefined}>
              {STATUS[step].label}
            </li>
          ))}
        </ol>
      )}
      {endReason && (
        <p>
          {label} on {day(endedOn)}: {endReason}
        </p>
      )}
      {agreement && (
        <div>
          <h3>What is agreed</h3>
          <p className="line">{agreement}</p>
        </div>
      )}
      <CommissionMoves detail={detail} />
    </section>
  );
}

/** What was asked for. */
function Request({ detail }: { detail: CommissionDetail }) {
  const { commission, purpose, source, choiceReason } = detail;
  return (
    <section className="sheet stack" aria-labelledby="request-title">
      <header>
        <h2 id="request-title">What was asked for</h2>
      </header>
      <p className="line">{purpose}</p>
      <dl className="facts">
        <div className="pair">
          <dt>For</dt>
          <dd>
            {commission.schoolUrn ? (
              <Link to="/schools/$urn" params={{ urn: String(commission.schoolUrn) }}>
                {supported(commission)}
              </Link>
            ) : (
              supported(commission)
            )}
          </dd>
        </div>
        <div className="pair">
          <dt>In</dt>
          <dd>{commission.specialismLabel}</dd>
        </div>
        <div className="pair">
          <dt>When</dt>
          <dd>
            {day(commission.startsOn)} to {day(commission.endsOn)}
          </dd>
        </div>
        <div className="pair">
          <dt>Asked by</dt>
          <dd>
            {commission.requestedBy}, {day(commission.requestedOn)}
          </dd>
        </div>
        {source && (
          <div className="pair">
            <dt>Because of</dt>
            <dd>
              <ThingLink subject={source.reference}>{source.title}</ThingLink>
            </dd>
          </div>
        )}
        {choiceReason && (
          <div className="pair">
            <dt>{commission.partnerId ? 'Why from outside' : 'Why this supporter'}</dt>
            <dd className="line">{choiceReason}</dd>
          </div>
        )}
        {commission.cost !== undefined && (
          <div className="pair">
            <dt>Cost</dt>
            <dd>{pounds(commission.cost)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** Days against what the level gives the school, and what a day came to. */
function Against({ detail: { entitlement, value } }: { detail: CommissionDetail }) {
  if (!entitlement && !value) {
    return null;
  }
  return (
    <section className="sheet stack" aria-labelledby="against-title">
      <header>
        <h2 id="against-title">What it comes to</h2>
      </header>
      {entitlement && (
        <p className="small">
          {entitlement.levelLabel} gives the school {daysOf(entitlement.days)} in {entitlement.academicYear}.{' '}
          {daysOf(entitlement.agreed)} are agreed in all its support, {number(entitlement.given)} given;{' '}
          {entitlement.agreed > entitlement.days
            ? `${daysOf(entitlement.agreed - entitlement.days)} more than that.`
            : `${daysOf(entitlement.days - entitlement.agreed)} are left.`}
        </p>
      )}
      {value && (
        <p className="small">
          {value.cost > 0
            ? `${pounds(value.costPerDay)} for each of the ${daysOf(value.daysGiven)} given.`
            : `${daysOf(value.daysGiven)} given from inside the trust, without a cost.`}
          {value.daysPerStep !== undefined &&
            ` ${daysOf(value.daysPerStep)} for each step of difference that the school sees.`}
        </p>
      )}
    </section>
  );
}

/** Inside first: who was there, and why each does not fit. */
function InsideFirst({ detail: { insideFirst } }: { detail: CommissionDetail }) {
  return (
    <section className="sheet stack" aria-labelledby="inside-title">
      <header>
        <h2 id="inside-title">Inside first</h2>
      </header>
      <p className="soft small">Who offered support inside the trust when it was decided to go outside.</p>
      <dl className="facts small">
        {insideFirst.map(({ expertId, name, reason }) => (
          <div key={expertId} className="pair">
            <dt>{name}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
