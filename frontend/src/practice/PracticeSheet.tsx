import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { goodPracticeResourceWithdraw } from '../api/sdk.gen';
import type { GoodPractice } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { hasDraft } from '../ui/drafts';
import { day } from '../ui/format';
import { answered } from '../ui/problem';
import { ReasonDialog } from '../ui/ReasonDialog';

interface Props {
  practice: GoodPractice;
  onArea: (area: string) => void;
  onSchool: (urn: number) => void;
}

/** What has worked in a school: what is done, what came of it, and where. */
export function PracticeSheet({ practice, onArea, onSchool }: Props) {
  const me = useMe();
  const queries = useQueryClient();
  const draftKey = `${me.id} withdrawal of ${practice.id}`;
  const [withdrawing, setWithdrawing] = useState(() => hasDraft(draftKey));
  const { area, schoolUrn } = practice;
  return (
    <article className="sheet" aria-label={practice.title}>
      <header>
        <h3>{practice.title}</h3>
      </header>
      <p className="line">{practice.what}</p>
      <dl className="facts">
        <dt>What came of it</dt>
        <dd className="line">{practice.impact}</dd>
        {practice.context && (
          <>
            <dt>Where it worked</dt>
            <dd className="line">{practice.context}</dd>
          </>
        )}
        <dt>School</dt>
        <dd>
          {schoolUrn == null ? (
            'The trust'
          ) : (
            <button className="link" type="button" onClick={() => onSchool(schoolUrn)}>
              {practice.schoolName ?? `School ${schoolUrn}`}
            </button>
          )}
        </dd>
        {area && (
          <>
            <dt>Area</dt>
            <dd>
              <button className="link" type="button" onClick={() => onArea(area)}>
                {area}
              </button>
            </dd>
          </>
        )}
        <dt>Published</dt>
        <dd>
          {[day(practice.publishedOn), practice.publishedBy].filter(Boolean).join(', ')}
          {practice.cycleId && (
            <>
              {' · '}
              <Link
                to="/cycles/$id/evaluation"
                params={{ id: practice.cycleId }}
                hash={`evaluation-${practice.priorityId}`}
              >
                Its evaluation
              </Link>
            </>
          )}
        </dd>
      </dl>
      {mayIn(me, 'cycles:change', schoolUrn ?? undefined) && (
        <div className="actions">
          <button className="button" type="button" onClick={() => setWithdrawing(true)}>
            Take it back <span className="visually-hidden">: {practice.title}</span>
          </button>
        </div>
      )}
      {withdrawing && (
        <ReasonDialog
          draftKey={draftKey}
          title="Take it back?"
          action="Take it back"
          work={async (reason) => {
            await answered(
              goodPracticeResourceWithdraw({
                path: { id: practice.id },
                headers: { 'If-Match': `"${practice.version}"` },
                body: { reason },
              }),
            );
            await queries.invalidateQueries({ queryKey: ['good-practice'] });
          }}
          onClose={() => setWithdrawing(false)}
        >
          Other schools no longer see “{practice.title}”.
        </ReasonDialog>
      )}
    </article>
  );
}
