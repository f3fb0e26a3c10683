import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { expertEvidenceResourceHide } from '../api/sdk.gen';
import type { ExpertDetail, ExpertEvidence, ExpertImpact } from '../api/types.gen';
import { may, useMe } from '../app/me';
import { Confirm } from '../ui/Confirm';
import { hasDraft } from '../ui/drafts';
import { number } from '../ui/format';
import { Empty } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { draftOf, EvidenceForm } from './EvidenceForm';

const IMPACT: Column<ExpertImpact>[] = [
  { label: 'Area', text: ({ area }) => area },
  { label: 'Reviews', text: ({ reviews }) => number(reviews), figure: true },
  { label: 'Mean', text: ({ rating }) => `${number(rating, 1)} of 4`, figure: true },
];

/** Why one may believe a profile: what the person points at, and how schools have judged their support. */
export function EvidenceSheet({ profile }: { profile: ExpertDetail }) {
  const queries = useQueryClient();
  const me = useMe();
  const { expert, evidence, impact, mayChange } = profile;
  const [adding, setAdding] = useState(() => hasDraft(draftOf(me.id, expert.id)));
  const [hiding, setHiding] = useState<ExpertEvidence>();
  return (
    <section className="sheet stack" aria-labelledby="evidence-title">
      <header>
        <h2 id="evidence-title">Evidence</h2>
        {mayChange && (
          <button className="button" type="button" onClick={() => setAdding(true)}>
            Add evidence
          </button>
        )}
      </header>
      {evidence.length === 0 && (
        <Empty>
          {mayChange
            ? 'Nothing yet. Point at a signed checkpoint at which you were, at a measure of your school, or say it in a note.'
            : 'Nothing was added.'}
        </Empty>
      )}
      {evidence.length > 0 && (
        <ul className="plain stack tight">
          {evidence.map((one) => (
            <li key={one.id}>
              <Shown evidence={one} school={expert.schoolUrn} />
              {mayChange && (
                <>
                  {' · '}
                  <button className="link" type="button" onClick={() => setHiding(one)}>
                    Take it out<span className="visually-hidden">: {one.label}</span>
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>How schools have judged the support</h3>
      {impact.length === 0 ? (
        <p className="soft">No school has looked back on support of {expert.name} yet.</p>
      ) : (
        <Table
          caption="1 is no difference yet, 2 some, 3 what was hoped for, 4 more than that"
          columns={IMPACT}
          rows={impact}
          keyOf={({ area }) => area}
        />
      )}
      {mayChange && adding && <EvidenceForm expert={expert} onClose={() => setAdding(false)} />}
      {hiding && (
        <Confirm
          title="Take it out of your profile?"
          action="Take it out"
          work={async () => {
            await answered(expertEvidenceResourceHide({ path: { id: expert.id, evidenceId: hiding.id } }));
            await queries.invalidateQueries();
          }}
          onClose={() => setHiding(undefined)}
        >
          “{hiding.label}” is no longer shown here. What it points at stays where it is.
        </Confirm>
      )}
    </section>
  );
}

/** A piece of evidence, with the way to it where the reader may go there. */
function Shown({ evidence, school }: { evidence: ExpertEvidence; school: number | undefined }) {
  const me = useMe();
  const { kind, reference, label } = evidence;
  if (kind === 'checkpoint' && reference && may(me, 'cycles:read')) {
    return (
      <>
        <span className="soft small">Checkpoint </span>
        <Link to="/checkpoints/$id" params={{ id: reference }}>
          {label}
        </Link>
      </>
    );
  }
  if (kind === 'measure' && reference && school && may(me, 'outcomes:read', school)) {
    return (
      <>
        <span className="soft small">Measure </span>
        <Link to="/schools/$urn/outcomes" params={{ urn: String(school) }} search={{ measure: reference }}>
          {label}
        </Link>
      </>
    );
  }
  return (
    <>
      <span className="soft small">
        {kind === 'checkpoint' ? 'Checkpoint ' : kind === 'measure' ? 'Measure ' : 'Note '}
      </span>
      {label}
    </>
  );
}
