import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  concernClosingResourceClose,
  concernClosingResourceKeepOpen,
  concernClosingResourceMerge,
  concernClosingResourceReopen,
  concernResourceChange,
  concernResourceHold,
  concernResourceRestrict,
  concernResourceSeverity,
  concernResourceStatus,
} from '../api/sdk.gen';
import type { Concern, Severity } from '../api/types.gen';
import { useMe } from '../app/me';
import { AskDialog, type Asked } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { useConcerns, useLists, useOwners } from './useConcerns';
import { nameOf, SEVERITY } from './words';

type Move = 'settle' | 'severity' | 'close' | 'return' | 'reopen' | 'restrict' | 'merge' | 'hold';
type Values = Record<string, string>;

interface Asking {
  title: string;
  action: string;
  intro?: string;
  asked: Asked[];
  initial?: Values;
  work: (values: Values) => Promise<unknown>;
}

const reason = (label: string): Asked => ({ name: 'reason', label, hint: 'It is kept', kind: 3 });

/** What can be done with a concern by those who handle it. */
export function ConcernMoves({ concern }: { concern: Concern }) {
  const me = useMe();
  const queries = useQueryClient();
  const change = useChange();
  const lists = useLists();
  const owners = useOwners(concern.id);
  const others = useConcerns({ schoolUrn: concern.schoolUrn, open: true, pageSize: 200 });
  const [move, setMove] = useState<Move | null>(null);
  const path = { id: concern.id };
  const headers = { 'If-Match': `"${concern.version}"` };
  const leads = me.memberships.some(
    ({ role, scope, schoolUrn }) =>
      role === 'safeguarding-lead' && (scope === 'trust' || schoolUrn === concern.schoolUrn),
  );
  const saved = async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries();
  };
  const watch = () =>
    change.run(() =>
      saved(
        answered(
          concernResourceStatus({
            path,
            headers,
            body: { status: concern.status === 'open' ? 'monitoring' : 'open' },
          }),
        ),
      ),
    );
  const moves: Record<Move, Asking> = {
    settle: {
      title: 'Who sees to it, and when',
      action: 'Save',
      initial: {
        ownerPersonId: concern.ownerPersonId ?? '',
        reviewOn: concern.reviewOn ?? '',
        source: concern.source ?? '',
      },
      asked: [
        {
          name: 'ownerPersonId',
          label: 'Owner',
          options: [
            ['', 'Nobody yet'],
            ...((owners.data?.results ?? []).map(({ id, name }) => [id, name]) as [string, string][]),
          ],
        },
        { name: 'reviewOn', label: 'Look at it again on', kind: 'date' },
        {
          name: 'source',
          label: 'Comes from',
          options: [
            ['', 'Not said'],
            ...((lists.data?.sources ?? []).map(({ code, label }) => [code, label]) as [string, string][]),
          ],
        },
      ],
      work: ({ ownerPersonId, reviewOn, source }) =>
        answered(
          concernResourceChange({
            path,
            headers,
            body: {
              ownerPersonId: ownerPersonId || null,
              reviewOn: reviewOn || null,
              source: source || null,
            },
          }),
        ),
    },
    severity: {
      title: 'Change the severity',
      action: 'Save',
      initial: { severity: concern.severity },
      asked: [
        {
          name: 'severity',
          label: 'How grave it is now',
          options: Object.entries(SEVERITY).map(([code, { label }]) => [code, label]) as [string, string][],
        },
        { name: 'rationale', label: 'Why', hint: 'It is kept', kind: 3 },
      ],
      work: ({ severity, rationale }) =>
        answered(
          concernResourceSeverity({
            path,
            headers,
            body: { severity: severity as Severity, rationale: rationale ?? '' },
          }),
        ),
    },
    close: {
      title: concern.closable ? 'Close the concern' : 'Ask to close the concern',
      action: concern.closable ? 'Close it' : 'Ask',
      ...(concern.closable
        ? {}
        : { intro: 'Somebody else has to agree: they are told, and it stays open until they do.' }),
      initial: {
        outcome: concern.outcome ?? '',
        summary: concern.closingAsked ? (concern.closingSummary ?? '') : '',
      },
      asked: [
        {
          name: 'outcome',
          label: 'Outcome',
          options: [
            ['', 'Choose one'],
            ...((lists.data?.outcomes ?? []).map(({ code, label }) => [code, label]) as [string, string][]),
          ],
        },
        { name: 'summary', label: 'What became of it', hint: '20 characters or more', kind: 4, most: 5000 },
      ],
      work: ({ outcome, summary }) =>
        answered(
          concernClosingResourceClose({
            path,
            headers,
            body: { outcome: outcome ?? '', summary: summary ?? '' },
          }),
        ),
    },
    return: {
      title: 'Keep the concern open',
      action: 'Keep it open',
      asked: [reason('Why it is not to be closed')],
      work: (typed) =>
        answered(concernClosingResourceKeepOpen({ path, headers, body: { reason: typed.reason ?? '' } })),
    },
    reopen: {
      title: 'Reopen the concern',
      action: 'Reopen it',
      asked: [reason('Why it is opened again')],
      work: (typed) =>
        answered(concernClosingResourceReopen({ path, headers, body: { reason: typed.reason ?? '' } })),
    },
    restrict: {
      title: concern.restricted ? 'Lift the restriction' : 'Restrict the concern',
      action: concern.restricted ? 'Lift it' : 'Restrict it',
      intro: concern.restricted
        ? 'Leaders of the school and of the trust will see it with all of its chronology.'
        : 'It will be gone for everybody but safeguarding leads and those whom you name.',
      asked: [reason('Why')],
      work: (typed) =>
        answered(
          concernResourceRestrict({
            path,
            headers,
            body: { restricted: !concern.restricted, reason: typed.reason ?? '' },
          }),
        ),
    },
    merge: {
      title: 'Merge it into another concern',
      action: 'Merge',
      intro: 'This one is closed; the other goes on, and both say so.',
      asked: [
        {
          name: 'into',
          label: 'The concern that goes on',
          options: [
            ['', 'Choose one'],
            ...((others.data?.results ?? [])
              .filter((other) => other.id !== concern.id && other.restricted === concern.restricted)
              .map((other) => [other.id, `${nameOf(other)} (${other.reference})`]) as [string, string][]),
          ],
        },
        { name: 'reason', label: 'Why they are one', kind: 3 },
      ],
      work: ({ into, ...typed }) =>
        answered(
          concernClosingResourceMerge({
            path,
            headers,
            body: { into: into || (null as unknown as string), reason: typed.reason || undefined },
          }),
        ),
    },
    hold: {
      title: concern.legalHold ? 'Lift the legal hold' : 'Hold the concern',
      action: concern.legalHold ? 'Lift it' : 'Hold it',
      intro: concern.legalHold
        ? 'It may be deleted when its retention date has passed.'
        : 'It is kept past its retention date, until the hold is lifted.',
      asked: [reason('Why')],
      work: (typed) =>
        answered(
          concernResourceHold({
            path,
            headers,
            body: { held: !concern.legalHold, reason: typed.reason ?? '' },
          }),
        ),
    },
  };
  const asking = move && moves[move];
  const closed = concern.status === 'closed';
  const button = (to: Move, label: string, primary = false) => (
    <button className={primary ? 'button primary' : 'button'} type="button" onClick={() => setMove(to)}>
      {label}
    </button>
  );
  return (
    <section className="sheet stack unprinted" aria-label="What you can do">
      <FormProblem problem={change.problem} />
      <div className="actions">
        {closed ? (
          <>
            {!concern.mergedInto && button('reopen', 'Reopen')}
            {button('hold', concern.legalHold ? 'Lift the hold' : 'Hold')}
          </>
        ) : (
          <>
            {button('settle', 'Owner and review')}
            {button('severity', 'Severity')}
            <button className="button" type="button" aria-disabled={change.busy} onClick={watch}>
              {concern.status === 'open' ? 'Move to monitoring' : 'Move to open'}
            </button>
            {concern.closingAsked
              ? concern.closable && button('close', 'Agree to close', true)
              : button('close', concern.closable ? 'Close' : 'Ask to close')}
            {concern.closingAsked && button('return', 'Keep open')}
            {button('merge', 'Merge')}
            {leads && button('restrict', concern.restricted ? 'Lift the restriction' : 'Restrict')}
            {button('hold', concern.legalHold ? 'Lift the hold' : 'Hold')}
          </>
        )}
      </div>
      {asking && (
        <AskDialog
          key={move}
          title={asking.title}
          action={asking.action}
          asked={() => asking.asked}
          {...(asking.initial ? { initial: asking.initial } : {})}
          work={(typed) => saved(asking.work(typed))}
          onClose={() => setMove(null)}
        >
          {asking.intro && <p className="small">{asking.intro}</p>}
        </AskDialog>
      )}
    </section>
  );
}
