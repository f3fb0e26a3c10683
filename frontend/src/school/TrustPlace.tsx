import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { schoolResourceChange } from '../api/sdk.gen';
import type { School, SchoolStatus } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { Stale } from '../ui/Stale';
import { useChange } from '../ui/useChange';

const PLACE: Record<SchoolStatus, string> = {
  'in-trust': 'is in the trust',
  left: 'has left the trust',
  register: 'is in the register only',
};

const FIELDS = ['status', 'joinedOn', 'leftOn'] as const;

/** Whether and since when a school belongs to the trust; the only thing about it that people say here. */
export function TrustPlace({ school }: { school: School }) {
  const me = useMe();
  const [changing, setChanging] = useState(false);
  return (
    // Printed, it stands under the name of the school.
    <section
      className={school.status === 'in-trust' ? 'sheet unprinted' : 'sheet'}
      aria-labelledby="trust-title"
    >
      <header>
        <h2 id="trust-title">In the trust</h2>
        {may(me, 'schools:change', school.urn) && (
          <button className="button" type="button" onClick={() => setChanging(true)}>
            Change
          </button>
        )}
      </header>
      {school.status === 'in-trust' && (
        <p>
          <Pill tone="good">In the trust</Pill> since {day(school.joinedOn)}
        </p>
      )}
      {school.status === 'left' && (
        <p>
          <Pill tone="calm">Has left</Pill> {day(school.joinedOn)} to {day(school.leftOn)}
        </p>
      )}
      {school.status === 'register' && (
        <p>
          <Pill tone="calm">Register only</Pill> It counts in no figure of the trust.
        </p>
      )}
      {changing && <Change school={school} onClose={() => setChanging(false)} />}
    </section>
  );
}

function Change({ school, onClose }: { school: School; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const [status, setStatus] = useState<SchoolStatus>(school.status);
  const [joinedOn, setJoinedOn] = useState(school.joinedOn ?? '');
  const [leftOn, setLeftOn] = useState(school.leftOn ?? '');
  const theirs = change.problem?.status === 412 ? (change.problem.members.current as School) : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        schoolResourceChange({
          path: { urn: school.urn },
          headers: { 'If-Match': `"${theirs?.version ?? school.version}"` },
          body: {
            status,
            joinedOn: status === 'register' ? null : joinedOn || null,
            leftOn: status === 'left' ? leftOn || null : null,
          },
        }),
      );
      await queries.invalidateQueries();
      onClose();
    });
  };
  const take = (from: School, field: (typeof FIELDS)[number]) => {
    if (field === 'status') {
      setStatus(from.status);
    } else {
      (field === 'joinedOn' ? setJoinedOn : setLeftOn)(from[field] ?? '');
    }
  };
  return (
    <Dialog title={`${school.name} in the trust`} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        {theirs ? (
          <Stale
            rows={[
              { field: 'status', label: 'The school', theirs: PLACE[theirs.status], mine: PLACE[status] },
              {
                field: 'joinedOn',
                label: 'First day in the trust',
                theirs: day(theirs.joinedOn),
                mine: day(joinedOn),
              },
              {
                field: 'leftOn',
                label: 'Last day in the trust',
                theirs: day(theirs.leftOn),
                mine: day(leftOn),
              },
            ]}
            onTake={(field) => take(theirs, field)}
            onTakeAll={() => FIELDS.map((field) => take(theirs, field))}
          />
        ) : (
          <FormProblem problem={change.problem} />
        )}
        <Field label="The school" wrong={change.problem?.at('/status')}>
          <select value={status} onChange={(event) => setStatus(event.target.value as SchoolStatus)}>
            {Object.entries(PLACE).map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        {status !== 'register' && (
          <Field label="First day in the trust" wrong={change.problem?.at('/joinedOn')}>
            <input type="date" value={joinedOn} onChange={(event) => setJoinedOn(event.target.value)} />
          </Field>
        )}
        {status === 'left' && (
          <Field label="Last day in the trust" wrong={change.problem?.at('/leftOn')}>
            <input type="date" value={leftOn} onChange={(event) => setLeftOn(event.target.value)} />
          </Field>
        )}
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {theirs ? 'Save mine' : 'Save'}
          </button>
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
