import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { membershipResourceChange } from '../api/sdk.gen';
import type { Membership } from '../api/types.gen';
import { Field, FormProblem } from '../ui/Field';
import { day } from '../ui/format';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { PupilRows } from './PupilRows';

/** The dates of a membership, the headteacher mark, and rows of pupils for an analyst; for another role or school it is ended and another added. */
export function ChangeMembership({ membership, onClose }: { membership: Membership; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const [from, setFrom] = useState(membership.from);
  const [until, setUntil] = useState(membership.until ?? '');
  const [headteacher, setHeadteacher] = useState(membership.headteacher);
  const [pupilRows, setPupilRows] = useState(membership.pupilRows);
  const [version, setVersion] = useState(membership.version);
  const theirs = change.problem?.status === 412 ? (change.problem.members.current as Membership) : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = theirs?.version ?? version;
    setVersion(read);
    change.run(async () => {
      await answered(
        membershipResourceChange({
          path: { id: membership.id },
          headers: { 'If-Match': `"${read}"` },
          body: { from: from || null, until: until || null, headteacher, pupilRows },
        }),
      );
      await queries.invalidateQueries();
      onClose();
    });
  };
  return (
    <form className="form" onSubmit={save} noValidate aria-label="Change the membership">
      {theirs ? (
        <div className="notice warn" role="alert">
          <strong>Somebody else has saved a change since you opened this.</strong>
          <p>
            Theirs: from {day(theirs.from)}
            {theirs.until ? ` until ${day(theirs.until)}` : ', open'}
            {theirs.headteacher && ', headteacher'}
            {theirs.pupilRows && ', with rows of pupils'}. Save to keep yours.
          </p>
        </div>
      ) : (
        <FormProblem problem={change.problem} />
      )}
      <div className="row">
        <Field label="From" wrong={change.problem?.at('/from')}>
          <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field
          label="Until"
          hint="First day on which it no longer counts"
          wrong={change.problem?.at('/until')}
        >
          <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      </div>
      {membership.role === 'school-leader' && membership.scope === 'school' && (
        <label className="check">
          <input
            type="checkbox"
            checked={headteacher}
            onChange={(event) => setHeadteacher(event.target.checked)}
          />
          Headteacher of this school
        </label>
      )}
      {membership.role === 'analyst' && <PupilRows granted={pupilRows} onGrant={setPupilRows} />}
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={change.busy}>
          Save
        </button>
        <button className="button" type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
