import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { membershipResourceCreate, membershipResourceEnd, membershipResourceList } from '../api/sdk.gen';
import type { Membership, NewMembership, Person, Role } from '../api/types.gen';
import { useCommittees } from '../committee/useCommittees';
import { useSchoolNames } from '../school/useSchool';
import { Confirm } from '../ui/Confirm';
import { Dialog } from '../ui/Dialog';
import { Field, FormProblem } from '../ui/Field';
import { day, words } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { ChangeMembership } from './ChangeMembership';
import { PupilRows } from './PupilRows';

const ROLES: Role[] = [
  'school-leader',
  'trust-leader',
  'system-leader',
  'safeguarding-lead',
  'committee-member',
  'trustee',
  'clerk',
  'data-manager',
  'analyst',
  'mis-integration',
];

/** The memberships of a person: where, and from when until when, their roles count. */
export function PersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const queries = useQueryClient();
  const [changing, setChanging] = useState<string>();
  const memberships = useQuery({
    queryKey: ['memberships', person.id],
    queryFn: () => answered(membershipResourceList({ query: { personId: person.id, pageSize: 100 } })),
  });
  const [ending, setEnding] = useState<Membership>();
  const nameOf = useSchoolNames();
  const committees = useCommittees();
  const place = ({ scope, schoolUrn, committeeId }: Membership) =>
    scope === 'school'
      ? nameOf(schoolUrn)
      : scope === 'committee'
        ? (committees.data?.results.find(({ id }) => id === committeeId)?.name ?? 'a committee')
        : 'the whole trust';
  const end = async ({ id, version }: Membership) => {
    await answered(membershipResourceEnd({ path: { id }, headers: { 'If-Match': `"${version}"` } }));
    await queries.invalidateQueries();
  };
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Dialog title={person.name} onClose={onClose}>
      <div className="stack">
        <p className="soft">
          {person.username}
          {person.email && ` · ${person.email}`}
        </p>
        {memberships.isPending && <Loading what="memberships" />}
        {memberships.isError && <Failed cause={memberships.error} retry={() => memberships.refetch()} />}
        {memberships.data?.results.length === 0 && (
          <Empty>No membership yet: this person sees nothing.</Empty>
        )}
        {memberships.data && memberships.data.results.length > 0 && (
          <ul className="activity">
            {memberships.data.results.map((membership) => {
              const over = membership.until != null && membership.until <= today;
              return (
                <li key={membership.id}>
                  <strong>
                    {words(membership.role)}
                    {membership.headteacher && ' (headteacher)'}
                    {membership.pupilRows && ' (with rows of pupils)'}, {place(membership)}
                  </strong>
                  <span className="soft">
                    from {day(membership.from)}
                    {membership.until && ` until ${day(membership.until)}`}
                  </span>
                  {changing === membership.id && (
                    <ChangeMembership membership={membership} onClose={() => setChanging(undefined)} />
                  )}
                  {!over && changing !== membership.id && (
                    <span className="actions">
                      <button
                        className="button"
                        type="button"
                        aria-label={`Change: ${words(membership.role)}, ${place(membership)}`}
                        onClick={() => setChanging(membership.id)}
                      >
                        Change
                      </button>
                      <button
                        className="button danger"
                        type="button"
                        aria-label={`End today: ${words(membership.role)}, ${place(membership)}`}
                        onClick={() => setEnding(membership)}
                      >
                        End today
                      </button>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        <Add person={person} onClose={onClose} />
      </div>
      {ending && (
        <Confirm
          title="End this membership today?"
          action="End it today"
          work={() => end(ending)}
          onClose={() => setEnding(undefined)}
        >
          {person.name}, {words(ending.role).toLowerCase()}, {place(ending)}. From the next click on it counts
          no more; another can be added at any time.
        </Confirm>
      )}
    </Dialog>
  );
}

function Add({ person, onClose }: { person: Person; onClose: () => void }) {
  const queries = useQueryClient();
  const change = useChange();
  const [role, setRole] = useState<Role>('school-leader');
  const [scope, setScope] = useState<NewMembership['scope']>('school');
  const [school, setSchool] = useState('');
  const [committee, setCommittee] = useState('');
  const [headteacher, setHeadteacher] = useState(false);
  const [pupilRows, setPupilRows] = useState(false);
  const [until, setUntil] = useState('');
  const nameOf = useSchoolNames();
  const committees = useCommittees();
  const named = /^\d{6}$/.test(school) && nameOf(Number(school));
  const add = (event: FormEvent) => {
    event.preventDefault();
    change.run(async (key) => {
      await answered(
        membershipResourceCreate({
          headers: { 'Idempotency-Key': key },
          body: {
            personId: person.id,
            role,
            scope,
            ...(scope === 'school' && school ? { schoolUrn: Number(school) || 0 } : {}),
            ...(scope === 'committee' && committee ? { committeeId: committee } : {}),
            headteacher: headteacher && role === 'school-leader' && scope === 'school',
            pupilRows: pupilRows && role === 'analyst',
            ...(until ? { until } : {}),
          },
        }),
      );
      setSchool('');
      await queries.invalidateQueries();
    });
  };
  return (
    <form className="form" onSubmit={add} noValidate aria-label="Add a membership">
      <h3>Add a membership</h3>
      <FormProblem problem={change.problem} />
      <div className="row">
        <Field label="Role" wrong={change.problem?.at('/role')}>
          <select value={role} onChange={(event) => setRole(event.target.value as Role)}>
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {words(one)}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Counts in" wrong={change.problem?.at('/scope')}>
          <select value={scope} onChange={(event) => setScope(event.target.value as NewMembership['scope'])}>
            <option value="school">one school</option>
            <option value="trust">the whole trust</option>
            <option value="committee">a committee</option>
          </select>
        </Field>
        {scope === 'school' && (
          <Field
            label="URN of the school"
            hint={named || 'Six digits'}
            wrong={change.problem?.at('/schoolUrn')}
          >
            <input
              inputMode="numeric"
              value={school}
              onChange={(event) => setSchool(event.target.value)}
              maxLength={6}
            />
          </Field>
        )}
        {scope === 'committee' && (
          <Field label="Committee" wrong={change.problem?.at('/committeeId')}>
            <select value={committee} onChange={(event) => setCommittee(event.target.value)}>
              <option value="">Choose</option>
              {committees.data?.results.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field
          label="Until"
          hint="First day on which it no longer counts; empty: open"
          wrong={change.problem?.at('/until')}
        >
          <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      </div>
      {role === 'school-leader' && scope === 'school' && (
        <label className="check">
          <input
            type="checkbox"
            checked={headteacher}
            onChange={(event) => setHeadteacher(event.target.checked)}
          />
          Headteacher of this school
        </label>
      )}
      {role === 'analyst' && <PupilRows granted={pupilRows} onGrant={setPupilRows} />}
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={change.busy}>
          Add
        </button>
        <button className="button" type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </form>
  );
}
