import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActivityList } from '../activity/ActivityList';
import {
  occurrenceResourceCancel,
  occurrenceResourceMove,
  occurrenceResourceReinstate,
  occurrenceResourceReopen,
} from '../api/sdk.gen';
import type { OccurrenceDetail } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { AskDialog } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useChange } from '../ui/useChange';
import { HeldForm } from './HeldForm';
import { PlanForm } from './PlanForm';
import { RecordButton } from './RecordButton';
import { useOccurrence } from './useTimetable';
import { called, hours, longDay, placeOf, STATUS } from './words';

const route = getRouteApi('/shell/timetable/$id');

/** One planned activity: when, where, with whom, how it stands, and what can be done about it. */
export function OccurrencePage() {
  const { id } = route.useParams();
  const me = useMe();
  const found = useOccurrence(id);
  const detail = found.data;
  const crumbs = [{ label: 'Timetable', to: '/timetable' }];
  if (!detail) {
    return (
      <Page title="Planned activity" crumbs={crumbs}>
        {found.isPending ? (
          <Loading what="the planned activity" />
        ) : (
          <Failed cause={found.error} retry={() => found.refetch()} />
        )}
      </Page>
    );
  }
  const { occurrence: one } = detail;
  const { label, tone } = STATUS[one.status];
  return (
    <Page title={called(one)} lead={`${placeOf(one)}, ${longDay(one.day)}`} crumbs={crumbs}>
      <div className="stack">
        <section className="sheet" aria-labelledby="what-title">
          <header>
            <h2 id="what-title">What is planned</h2>
            <Pill tone={tone}>{label}</Pill>
          </header>
          {detail.clashes.length > 0 && (
            <ul className="notice warn">
              {detail.clashes.map((clash) => (
                <li key={`${clash.kind} ${clash.otherId ?? clash.reason}`}>
                  {clash.otherId ? (
                    <Link to="/timetable/$id" params={{ id: clash.otherId }}>
                      {clash.reason}
                    </Link>
                  ) : (
                    clash.reason
                  )}
                </li>
              ))}
            </ul>
          )}
          <Facts detail={detail} />
          <div className="actions apart-above">
            {one.checkpointType &&
            one.status !== 'cancelled' &&
            mayIn(me, 'checkpoints:record', one.schoolUrn) ? (
              <RecordButton one={one} />
            ) : (
              one.checkpointId && (
                <Link className="button" to="/checkpoints/$id" params={{ id: one.checkpointId }}>
                  Open the checkpoint
                </Link>
              )
            )}
            {detail.changeable && <Changes detail={detail} />}
          </div>
        </section>
        {mayIn(me, 'checkpoints:record', one.schoolUrn) && (
          <ActivityList title="Changes" filter={{ subject: 'timetable', subjectId: one.id }} />
        )}
      </div>
    </Page>
  );
}

function Facts({ detail }: { detail: OccurrenceDetail }) {
  const { occurrence: one, participants, heldBy, cancelReason, schoolUrns } = detail;
  const facts: [string, string | undefined][] = [
    [
      'Time',
      hours(one.startsAt, one.minutes) ||
        (one.attended ? 'Not set; it takes the day' : 'By the end of the day'),
    ],
    ['First planned for', one.firstPlannedOn === one.day ? undefined : day(one.firstPlannedOn)],
    ['Lead', one.lead ?? undefined],
    ['Takes part', participants.map(({ name }) => name).join(', ') || undefined],
    [
      'Held on',
      one.heldOn ? [day(one.heldOn), heldBy && `as ${heldBy} says`].filter(Boolean).join(', ') : undefined,
    ],
    ['Schools that took part', schoolUrns.length > 0 ? `${schoolUrns.length} that you may see` : undefined],
    ['Cancelled because', cancelReason ?? undefined],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="pair">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Changes({ detail }: { detail: OccurrenceDetail }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const [open, setOpen] = useState<'move' | 'change' | 'cancel' | 'held'>();
  const { occurrence: one, version } = detail;
  const request = { path: { id: one.id }, headers: { 'If-Match': `"${version}"` } };
  const close = () => setOpen(undefined);
  const back = (call: () => Promise<unknown>) =>
    change.run(async () => {
      await call();
      await queries.invalidateQueries();
    });
  if (one.status === 'cancelled') {
    return (
      <>
        <FormProblem problem={change.problem} />
        <button
          className="button"
          type="button"
          aria-disabled={change.busy}
          onClick={() => back(() => answered(occurrenceResourceReinstate(request)))}
        >
          Plan it again
        </button>
      </>
    );
  }
  if (one.heldOn && !one.checkpointId) {
    return (
      <>
        <FormProblem problem={change.problem} />
        <button
          className="button"
          type="button"
          aria-disabled={change.busy}
          onClick={() => back(() => answered(occurrenceResourceReopen(request)))}
        >
          Take back that it was held
        </button>
      </>
    );
  }
  if (one.checkpointId) {
    return null;
  }
  return (
    <>
      {!one.checkpointType && (
        <button className="button primary" type="button" onClick={() => setOpen('held')}>
          {one.attended ? 'It was held' : 'It is there'}
        </button>
      )}
      <button className="button" type="button" onClick={() => setOpen('move')}>
        Move
      </button>
      <button className="button" type="button" onClick={() => setOpen('change')}>
        Change
      </button>
      <button className="button" type="button" onClick={() => setOpen('cancel')}>
        Cancel it
      </button>
      {open === 'change' && <PlanForm detail={detail} schools={[]} onClose={close} />}
      {open === 'held' && <HeldForm detail={detail} onClose={close} />}
      {open === 'move' && (
        <AskDialog
          title={`Move: ${called(one)}`}
          action="Move"
          initial={{ day: one.day, rest: 'one', reason: '' }}
          asked={() => [
            { name: 'day', label: 'To', kind: 'date' },
            {
              name: 'rest',
              label: 'What moves',
              options: [
                ['one', 'This one alone'],
                ['rest', 'This one, and those after it by as many days'],
              ],
            },
            { name: 'reason', label: 'Why', hint: 'It is recorded; may be left out', kind: 2, most: 500 },
          ]}
          work={async ({ day: to = '', rest, reason }) => {
            await answered(
              occurrenceResourceMove({
                ...request,
                body: { day: to, rest: rest === 'rest', reason: reason || undefined },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={close}
        />
      )}
      {open === 'cancel' && (
        <ReasonDialog
          draftKey={`${me.id} cancel ${one.id}`}
          title={`Cancel: ${called(one)}`}
          action="Cancel it"
          work={async (reason) => {
            await answered(occurrenceResourceCancel({ ...request, body: { reason } }));
            await queries.invalidateQueries();
          }}
          onClose={close}
        >
          It stays in the timetable as cancelled, and can be planned again. Those who were to be there are
          told.
        </ReasonDialog>
      )}
    </>
  );
}
