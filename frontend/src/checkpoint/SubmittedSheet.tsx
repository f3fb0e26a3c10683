import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { checkpointResourceGiveBack, checkpointResourceSign } from '../api/sdk.gen';
import type { Checkpoint } from '../api/types.gen';
import { useMe } from '../app/me';
import { useTargets } from '../target/useTargets';
import { hasDraft } from '../ui/drafts';
import { FormProblem } from '../ui/Field';
import { day, moment } from '../ui/format';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useChange } from '../ui/useChange';
import { Additions } from './Additions';
import { Agreed } from './Agreed';
import { EvidenceList } from './EvidenceList';
import { JUDGEMENTS, STATUS } from './judgements';
import { SchoolTerms } from './SchoolTerms';

/** A checkpoint to read: what was judged and why, who signed, and what was added since. */
export function SubmittedSheet({ checkpoint, records }: { checkpoint: Checkpoint; records: boolean }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const giveBack = `${me.id} return of ${checkpoint.id}`;
  const [returning, setReturning] = useState(() => hasDraft(giveBack));
  const { milestones } = useTargets([{ id: checkpoint.cycleId }]);
  const waits = checkpoint.status === 'submitted' && records;
  const signed = checkpoint.signatures.some(({ personId }) => personId === me.id);
  const sign = () =>
    change.run(async () => {
      await answered(
        checkpointResourceSign({
          path: { id: checkpoint.id },
          headers: { 'If-Match': `"${checkpoint.version}"` },
        }),
      );
      await queries.invalidateQueries();
    });
  return (
    <>
      <section className="sheet stack" aria-labelledby="about-title">
        <header>
          <h2 id="about-title">About the visit</h2>
          <Pill tone={STATUS[checkpoint.status].tone}>{STATUS[checkpoint.status].label}</Pill>
        </header>
        {checkpoint.assurance && (
          <p className="soft small">
            This is the assurance view
            {checkpoint.status === 'signed-off'
              ? ': the summary and the judgements, without people and narratives.'
              : '; the summary and the judgements appear when it is signed off.'}
          </p>
        )}
        <dl className="facts">
          <dt>{checkpoint.heldOn ? 'Held on' : 'Planned for'}</dt>
          <dd>{day(checkpoint.heldOn ?? checkpoint.plannedOn)}</dd>
          {checkpoint.recordedBy && (
            <>
              <dt>Recorded by</dt>
              <dd>{checkpoint.recordedBy}</dd>
            </>
          )}
          {checkpoint.visitor && (
            <>
              <dt>Visitor</dt>
              <dd>{checkpoint.visitor}</dd>
            </>
          )}
          {checkpoint.participants.length > 0 && (
            <>
              <dt>Took part</dt>
              <dd>
                <ul className="plain">
                  {checkpoint.participants.map(({ name, role }) => (
                    <li key={`${name} ${role}`}>{[name, role].filter(Boolean).join(', ')}</li>
                  ))}
                </ul>
              </dd>
            </>
          )}
          {checkpoint.nextOn && (
            <>
              <dt>Next one</dt>
              <dd>{day(checkpoint.nextOn)}</dd>
            </>
          )}
        </dl>
        {checkpoint.summary && <p className="line">{checkpoint.summary}</p>}
        <EvidenceList
          checkpoint={checkpoint}
          reference={undefined}
          label="the whole visit"
          editable={false}
        />
      </section>
      <section className="sheet" aria-labelledby="foci-title">
        <h2 id="foci-title">What it looked at</h2>
        <ul className="standing">
          {checkpoint.foci.map(({ kind, reference, label, judgement, narrative }) => (
            <li key={reference}>
              {judgement ? (
                <Pill tone={JUDGEMENTS[judgement].tone}>{JUDGEMENTS[judgement].label}</Pill>
              ) : (
                <Pill tone="calm">Not judged</Pill>
              )}
              <div>
                <p>
                  {kind === 'target' ? (
                    <Link
                      to={milestones.some(({ id }) => id === reference) ? '/milestones/$id' : '/targets/$id'}
                      params={{ id: reference }}
                    >
                      {label}
                    </Link>
                  ) : (
                    <Link to="/cycles/$id" params={{ id: checkpoint.cycleId }} hash={`${kind}-${reference}`}>
                      {label}
                    </Link>
                  )}
                </p>
                {narrative && <p className="line">{narrative}</p>}
                <EvidenceList checkpoint={checkpoint} reference={reference} label={label} editable={false} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      {checkpoint.schoolUrn == null && <SchoolTerms checkpoint={checkpoint} />}
      {!checkpoint.assurance && <Agreed checkpoint={checkpoint} editable={false} />}
      {!checkpoint.assurance && checkpoint.status !== 'draft' && (
        <section className="sheet stack" aria-labelledby="signatures-title">
          <h2 id="signatures-title">Signatures</h2>
          {checkpoint.signatures.length === 0 && (
            <p className="soft">
              Nobody has signed yet. A leader of the school signs, and{' '}
              {checkpoint.visitor ?? 'another leader of the school or the trust'}.
            </p>
          )}
          <ul className="plain">
            {checkpoint.signatures.map(({ personId, name, at }) => (
              <li key={personId}>
                {name}, {moment(at)}
              </li>
            ))}
          </ul>
          <FormProblem problem={change.problem} />
          {waits && (
            <div className="actions">
              {checkpoint.toSign && (
                <button className="button primary" type="button" aria-disabled={change.busy} onClick={sign}>
                  Sign
                </button>
              )}
              {signed && <p className="soft">You have signed. Another person’s signature is missing.</p>}
              <button className="button" type="button" onClick={() => setReturning(true)}>
                Return to the draft
              </button>
            </div>
          )}
        </section>
      )}
      {checkpoint.status === 'signed-off' && !checkpoint.assurance && (
        <Additions checkpoint={checkpoint} records={records} />
      )}
      {returning && (
        <ReasonDialog
          draftKey={giveBack}
          title="Return to the draft"
          action="Return it"
          work={async (reason) => {
            await answered(
              checkpointResourceGiveBack({
                path: { id: checkpoint.id },
                headers: { 'If-Match': `"${checkpoint.version}"` },
                body: { reason },
              }),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setReturning(false)}
        >
          Whoever has signed signs again.
        </ReasonDialog>
      )}
    </>
  );
}
