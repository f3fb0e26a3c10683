import { getRouteApi, Link } from '@tanstack/react-router';
import type { Pack, PackContent } from '../api/types.gen';
import { download } from '../ui/download';
import { day, longDay } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { useHashArrival } from '../ui/useHashArrival';
import { PackedActions, PackedAgenda, PackedChallenges } from './Business';
import { DocumentButton, fileOf } from './DocumentButton';
import { ExceptionList } from './ExceptionList';
import { HowKept } from './HowKept';
import { PackedPlan } from './PackedPlan';
import { PackedSchool } from './PackedSchool';
import { SchoolsAtOnce } from './SchoolsAtOnce';
import { SinceBefore } from './SinceBefore';
import { usePack, usePackContent, usePacks } from './usePacks';

const route = getRouteApi('/shell/packs/$id');

/** The frozen pack of a meeting: what needs the committee first, then school by school. */
export function PackPage() {
  const { id } = route.useParams();
  const pack = usePack(id);
  const content = usePackContent(id);
  const found = pack.data;
  const frozen = content.data;
  useHashArrival(pack.isSuccess && content.isSuccess);
  return (
    <Page
      title={found ? `Pack for the meeting of ${longDay(found.meetingDay)}` : 'Pack'}
      lead={found && `${found.committeeName} · as at ${longDay(found.asAt)} · pack ${found.number}`}
      crumbs={[
        { label: 'Committees', to: '/committees' },
        ...(found
          ? [
              { label: found.committeeName, to: `/committees/${found.committeeId}` },
              { label: `Meeting of ${day(found.meetingDay)}`, to: `/meetings/${found.meetingId}` },
            ]
          : []),
      ]}
      actions={
        found &&
        frozen && (
          <>
            <DocumentButton pack={found} primary />
            <button
              className="button"
              type="button"
              onClick={() =>
                download(new Blob([frozen.bytes], { type: 'application/json' }), fileOf(found, 'json'))
              }
            >
              Data
            </button>
            <button className="button" type="button" onClick={() => print()}>
              Print
            </button>
          </>
        )
      }
    >
      {pack.isError ? (
        <Failed cause={pack.error} retry={() => pack.refetch()} />
      ) : content.isError ? (
        <Failed cause={content.error} retry={() => content.refetch()} />
      ) : found && frozen ? (
        <div className="stack">
          {found.superseded && <Superseded pack={found} />}
          {frozen.sha256 !== undefined && frozen.sha256 !== found.contentSha256 && (
            <div className="notice bad" role="alert">
              <p>
                The data on this page is not what was frozen. Do not rely on it, and tell whoever runs Uplift
                in your trust.
              </p>
            </div>
          )}
          <Told pack={found} told={frozen.told} />
          <HowKept pack={found} sha256={frozen.sha256} />
        </div>
      ) : (
        <Loading what="the pack" />
      )}
    </Page>
  );
}

/** Leads to the newest one of the meeting. */
function Superseded({ pack }: { pack: Pack }) {
  const packs = usePacks({ meetingId: pack.meetingId, pageSize: 1 });
  const [newest] = packs.data?.results ?? [];
  return (
    <div className="notice warn">
      <p>
        A later pack was built for this meeting.{' '}
        {newest && (
          <Link to="/packs/$id" params={{ id: newest.id }}>
            Open pack {newest.number}, as at {longDay(newest.asAt)}
          </Link>
        )}
      </p>
    </div>
  );
}

function Told({ pack, told }: { pack: Pack; told: PackContent }) {
  return (
    <>
      <section className="sheet stack" aria-labelledby="exceptions-title">
        <h2 id="exceptions-title">What needs the committee</h2>
        {told.exceptions.length === 0 ? (
          <Empty>Nothing stands out.</Empty>
        ) : (
          <ExceptionList exceptions={told.exceptions} />
        )}
      </section>
      {pack.previousId && <SinceBefore id={pack.id} />}
      {told.schools.length > 1 && <SchoolsAtOnce id={pack.id} told={told} />}
      {told.schools.map((school) => (
        <PackedSchool key={school.urn} school={school} exceptions={told.exceptions} />
      ))}
      {told.trust.length > 0 && (
        <section className="sheet stack" aria-labelledby="trust-title">
          <h2 id="trust-title">The trust’s plan</h2>
          <PackedPlan priorities={told.trust} />
        </section>
      )}
      <PackedChallenges challenges={told.challenges} />
      <PackedActions actions={told.actions} />
      <PackedAgenda items={told.agenda} />
    </>
  );
}
