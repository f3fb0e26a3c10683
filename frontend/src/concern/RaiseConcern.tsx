import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { concernResourceRaise } from '../api/sdk.gen';
import type { ConcernDraft, ConcernReceipt, Severity } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { useSchools } from '../school/useSchool';
import { AskDialog } from '../ui/AskDialog';
import { today } from '../ui/format';
import { answered } from '../ui/problem';
import { useConcernDraft } from './useConcernDraft';
import { useLists } from './useConcerns';
import { SEVERITY } from './words';

/** What is typed, as the service takes it. */
function bodyOf(typed: Record<string, string>): ConcernDraft {
  return {
    schoolUrn: typed.schoolUrn ? Number(typed.schoolUrn) : undefined,
    category: typed.category ?? '',
    severity: typed.severity as Severity,
    title: typed.title ?? '',
    summary: typed.summary ?? '',
    restricted: typed.restricted === 'yes',
  };
}

/** The button that raises a concern, the dialog that asks for six things at most, and the receipt. */
export function RaiseConcern() {
  const me = useMe();
  const queries = useQueryClient();
  const lists = useLists();
  const schools = useSchools();
  const [raising, setRaising] = useState(false);
  const [receipt, setReceipt] = useState<ConcernReceipt>();
  const places = (schools.data?.results ?? []).filter(({ urn }) => mayIn(me, 'concerns:raise', urn));
  const categories = (lists.data?.categories ?? []).filter(
    ({ validFrom, validUntil }) => validFrom <= today() && (!validUntil || validUntil > today()),
  );
  const { draft, keep, settled, forget } = useConcernDraft(raising);
  const written = draft.data ?? {};
  const only = places.length === 1 ? String(places[0]?.urn) : '';
  return (
    <>
      <button className="button primary" type="button" onClick={() => setRaising(true)}>
        Raise a concern
      </button>
      <p role="status" className="small">
        {receipt && (
          <>
            Raised. Its reference is <strong>{receipt.reference}</strong>; keep it to ask after the concern.
          </>
        )}
      </p>
      {raising && !draft.isFetching && (
        <AskDialog
          title="Raise a concern"
          action="Raise it"
          initial={{
            schoolUrn: only || String(written.schoolUrn ?? ''),
            category: written.category ?? '',
            severity: written.severity ?? 'moderate',
            title: written.title ?? '',
            summary: written.summary ?? '',
            restricted: written.restricted ? 'yes' : 'no',
          }}
          onTyped={(typed) => keep(bodyOf(typed))}
          onGiveUp={forget}
          asked={({ category, restricted }) => {
            const always = categories.find(({ code }) => code === category)?.restricted;
            return [
              ...(only
                ? []
                : [
                    {
                      name: 'schoolUrn',
                      label: 'School',
                      options: [
                        ['', 'Choose a school'],
                        ...places.map(({ urn, name }) => [String(urn), name]),
                      ] as [string, string][],
                    },
                  ]),
              {
                name: 'category',
                label: 'What it is about',
                options: [['', 'Choose one'], ...categories.map(({ code, label }) => [code, label])] as [
                  string,
                  string,
                ][],
              },
              {
                name: 'severity',
                label: 'How grave it is',
                options: Object.entries(SEVERITY).map(([code, { label }]) => [code, label]) as [
                  string,
                  string,
                ][],
              },
              { name: 'title', label: 'In a few words', hint: 'Without anybody’s name' },
              {
                name: 'summary',
                label: 'What gives rise to it',
                hint: 'What was seen or said, when, and what you have done. Uplift is not the child-protection file: point at that instead of copying from it.',
                kind: 5,
                most: 10_000,
              },
              ...(always
                ? []
                : [
                    {
                      name: 'restricted',
                      label: 'Who may see it',
                      options: [
                        ['no', 'Leaders of the school and of the trust'],
                        ['yes', 'Safeguarding leads, and whom they name'],
                      ] as [string, string][],
                      hint:
                        restricted === 'yes'
                          ? 'You keep the receipt, and cannot open it again unless you are named.'
                          : undefined,
                    },
                  ]),
            ];
          }}
          work={async (typed, key) => {
            settled();
            const { schoolUrn, category, severity, title, summary, restricted } = bodyOf(typed);
            setReceipt(
              await answered(
                concernResourceRaise({
                  headers: { 'Idempotency-Key': key },
                  body: {
                    schoolUrn: schoolUrn ?? (null as unknown as number),
                    category: category ?? '',
                    severity: severity as Severity,
                    title: title ?? '',
                    summary: summary ?? '',
                    restricted,
                  },
                }),
              ),
            );
            await queries.invalidateQueries();
          }}
          onClose={() => setRaising(false)}
        >
          <p className="small">
            A child in immediate danger? Call 999, and tell your safeguarding lead in person. A concern about
            safeguarding is seen by safeguarding leads alone.
          </p>
        </AskDialog>
      )}
    </>
  );
}
