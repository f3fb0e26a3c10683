import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { commissionRecordResourceLog, commissionRecordResourceUnlog } from '../api/sdk.gen';
import type { CommissionDetail } from '../api/types.gen';
import { useCheckpoints } from '../checkpoint/useCheckpoints';
import { AskDialog } from '../ui/AskDialog';
import { Confirm } from '../ui/Confirm';
import { day, daysOf, number, today } from '../ui/format';
import { Empty } from '../ui/Page';
import { answered } from '../ui/problem';
import { termWords } from './terms';

/** The days that were given, against what is agreed for each term. */
export function VisitsSheet({ detail }: { detail: CommissionDetail }) {
  const queries = useQueryClient();
  const [logging, setLogging] = useState(false);
  const [removing, setRemoving] = useState<string>();
  const { commission, days, visits, may } = detail;
  return (
    <section className="sheet stack" aria-labelledby="visits-title">
      <header>
        <h2 id="visits-title" tabIndex={-1}>
          Days given
        </h2>
        <span className="soft small">
          {number(commission.daysGiven)} of {daysOf(commission.daysAgreed)}
        </span>
      </header>
      {days.length > 1 && (
        <ul className="small">
          {days.map((one) => (
            <li key={termWords(one)}>
              {termWords(one)}: {number(one.given)} of {daysOf(one.agreed)}
            </li>
          ))}
        </ul>
      )}
      {visits.length === 0 && <Empty>No day has been given yet.</Empty>}
      <ul className="activity">
        {visits.map((visit) => (
          <li key={visit.id}>
            <span>
              <strong>{day(visit.day)}</strong>, {daysOf(visit.days)}
              {visit.checkpointId && (
                <>
                  ,{' '}
                  <Link to="/checkpoints/$id" params={{ id: visit.checkpointId }}>
                    its checkpoint
                  </Link>
                </>
              )}
            </span>
            <span className="line">{visit.what}</span>
            <span className="soft small">
              {visit.author}
              {may.log && (
                <>
                  {' '}
                  <button className="link" type="button" onClick={() => setRemoving(visit.id)}>
                    Take out<span className="visually-hidden"> {day(visit.day)}</span>
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {may.log && (
        <p className="actions">
          <button className="button primary" type="button" onClick={() => setLogging(true)}>
            Log days
          </button>
        </p>
      )}
      {logging && <LogDays detail={detail} onClose={() => setLogging(false)} />}
      {removing && (
        <Confirm
          title="Take these days out?"
          action="Take out"
          work={async () => {
            await answered(commissionRecordResourceUnlog({ path: { id: commission.id, visitId: removing } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setRemoving(undefined)}
        >
          They were logged by mistake. That they were stays in the record of activity.
        </Confirm>
      )}
    </section>
  );
}

function LogDays({ detail: { commission }, onClose }: { detail: CommissionDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const checkpoints = useCheckpoints(
    { schoolUrn: commission.schoolUrn, from: commission.startsOn, pageSize: 50 },
    commission.schoolUrn !== undefined,
  );
  const known = checkpoints.data?.results ?? [];
  return (
    <AskDialog
      title="Log days"
      action="Log"
      initial={{ day: today(), days: '1' }}
      asked={() => [
        { name: 'day', label: 'Day', kind: 'date' },
        { name: 'days', label: 'How many', hint: 'Also parts of a day: 0.5' },
        { name: 'what', label: 'What was done', kind: 4, most: 4000 },
        ...(known.length > 0
          ? [
              {
                name: 'checkpointId',
                label: 'Checkpoint',
                hint: 'Where the visit is recorded as one',
                options: [
                  ['', 'None'],
                  ...known.map(({ id, typeLabel, plannedOn, heldOn }) => [
                    id,
                    `${typeLabel}, ${day(heldOn ?? plannedOn)}`,
                  ]),
                ] as [string, string][],
              },
            ]
          : []),
      ]}
      work={async (values, key) => {
        await answered(
          commissionRecordResourceLog({
            path: { id: commission.id },
            headers: { 'Idempotency-Key': key },
            body: {
              day: values.day ?? '',
              days: Number(values.days),
              what: values.what ?? '',
              checkpointId: values.checkpointId || undefined,
            },
          }),
        );
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
