import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { commissionMatchResourceMatch, commissionResourceAsk } from '../api/sdk.gen';
import type { CommissionCandidate, CommissionSource, NewCommission } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { useLists } from '../expertise/useExperts';
import { useSchools } from '../school/useSchool';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { today } from '../ui/format';
import { Empty, Failed, Page } from '../ui/Page';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';
import { CandidateCard } from './CandidateCard';
import { SpecialismField } from './SpecialismField';
import { endOf, termOf, termsBetween, termWords } from './terms';
import { usePreview } from './useCommissions';

const route = getRouteApi('/shell/commissions/new');
const BEYOND = 'beyond';

/** What the address says of what is to be asked for. */
export interface AskSearch {
  school?: number | undefined;
  kind?: CommissionSource['kind'] | undefined;
  source?: string | undefined;
  title?: string | undefined;
}

interface Typed {
  school: string;
  beyond: string;
  title: string;
  specialism: string;
  purpose: string;
  startsOn: string;
  endsOn: string;
  /** Days by term, as they are typed. */
  days: Record<string, string>;
}

/** What is to be sent; nothing while something is missing that a match needs. Without a title it is called by what is wanted. */
function wantedOf(
  typed: Typed,
  source: CommissionSource | undefined,
  specialism: string | undefined,
): NewCommission | undefined {
  const days = termsBetween(typed.startsOn, typed.endsOn)
    .map((term) => ({ ...term, days: Number(typed.days[termWords(term)] || 0) }))
    .filter((one) => one.days > 0);
  const title = typed.title.trim() || specialism;
  const whole = typed.school && typed.specialism && title && days.length > 0;
  return whole
    ? {
        schoolUrn: typed.school === BEYOND ? undefined : Number(typed.school),
        beyond: typed.school === BEYOND ? typed.beyond : undefined,
        title,
        specialism: typed.specialism,
        purpose: typed.purpose,
        startsOn: typed.startsOn,
        endsOn: typed.endsOn,
        days,
        source,
      }
    : undefined;
}

/** Asks for support; who might give it stands beside it as soon as it is said what is needed. */
export function AskPage() {
  const me = useMe();
  const { school, kind, source, title } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const schools = useSchools();
  const lists = useLists();
  const change = useChange();
  const mine = (schools.data?.results ?? []).filter(({ urn }) => mayIn(me, 'support:request', urn));
  const first = today();
  const draft = useDraft<Typed>(`${me.id} support ${source ?? school ?? ''}`, {
    school: school ? String(school) : '',
    beyond: '',
    title: kind === 'priority' ? (title ?? '') : '',
    specialism: '',
    purpose: title ? `Help with: ${title}` : '',
    startsOn: first,
    endsOn: endOf(termOf(first)),
    days: { [termWords(termOf(first))]: '2' },
  });
  const { typed, set } = draft;
  const only = mine.length === 1 ? String(mine[0]?.urn) : '';
  const chosen = { ...typed, school: typed.school || only };
  const from = kind && source ? { kind, id: source } : undefined;
  const called = lists.data?.specialisms.find(({ code }) => code === typed.specialism)?.label;
  const wanted = wantedOf(chosen, from, called);
  const put = (next: Partial<Typed>) => set({ ...typed, ...next });
  const send = (candidate?: CommissionCandidate) =>
    change.run(async (key) => {
      const created = await answered(
        commissionResourceAsk({
          headers: { 'Idempotency-Key': key },
          body: wanted ?? {
            ...chosen,
            schoolUrn: Number(chosen.school) || undefined,
            beyond: chosen.beyond || undefined,
            days: [],
            source: from,
          },
        }),
      );
      draft.drop();
      const { id } = created.commission;
      if (candidate) {
        // What was asked for stands; where the match did not work, it is made on its own page.
        await answered(
          commissionMatchResourceMatch({
            path: { id },
            body: { expertId: candidate.expertId },
          }),
        ).catch(() => undefined);
      }
      await queries.invalidateQueries();
      await navigate({ to: '/commissions/$id', params: { id } });
    });
  return (
    <Page
      title="Ask for support"
      lead={title ? `From: ${title}` : 'Somebody inside the trust comes first; Uplift ranks who can give it.'}
      crumbs={[{ label: 'Support', to: '/commissions' }]}
    >
      <div className="aside">
        <form
          className="sheet form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Resumed draft={draft} />
          <FormProblem problem={change.problem} />
          <Field label="For" wrong={change.problem?.at('/schoolUrn')}>
            <select value={chosen.school} onChange={(event) => put({ school: event.target.value })}>
              <option value="">Choose</option>
              {mine.map(({ urn, name }) => (
                <option key={urn} value={urn}>
                  {name}
                </option>
              ))}
              {mayIn(me, 'support:request', undefined) && (
                <option value={BEYOND}>A school beyond the trust</option>
              )}
            </select>
          </Field>
          {chosen.school === BEYOND && (
            <Field label="Who is supported" wrong={change.problem?.at('/beyond')}>
              <input
                value={typed.beyond}
                maxLength={200}
                onChange={(event) => put({ beyond: event.target.value })}
              />
            </Field>
          )}
          <Field label="What is it called" wrong={change.problem?.at('/title')}>
            <input
              value={typed.title}
              maxLength={200}
              placeholder={called}
              onChange={(event) => put({ title: event.target.value })}
            />
          </Field>
          <SpecialismField
            label="What the supporter has to be good at"
            wrong={change.problem?.at('/specialism')}
            chosen={typed.specialism}
            onChoose={(specialism) => put({ specialism })}
          />
          <Field
            label="What is to be different afterwards"
            hint="Both parties say at the end what came of it"
            wrong={change.problem?.at('/purpose')}
          >
            <textarea
              rows={3}
              maxLength={2000}
              value={typed.purpose}
              onChange={(event) => put({ purpose: event.target.value })}
            />
          </Field>
          <div className="pairs">
            <Field label="From" wrong={change.problem?.at('/startsOn')}>
              <input
                type="date"
                value={typed.startsOn}
                onChange={(event) => put({ startsOn: event.target.value })}
              />
            </Field>
            <Field label="Until" wrong={change.problem?.at('/endsOn')}>
              <input
                type="date"
                value={typed.endsOn}
                onChange={(event) => put({ endsOn: event.target.value })}
              />
            </Field>
          </div>
          {termsBetween(typed.startsOn, typed.endsOn).map((term) => (
            <Field key={termWords(term)} label={`Days in ${termWords(term).toLowerCase()}`}>
              <input
                type="number"
                min={0}
                max={60}
                step={0.25}
                value={typed.days[termWords(term)] ?? ''}
                onChange={(event) => put({ days: { ...typed.days, [termWords(term)]: event.target.value } })}
              />
            </Field>
          ))}
          <div className="actions">
            <button className="button primary" type="submit" aria-disabled={change.busy}>
              Ask for support
            </button>
          </div>
          <p className="soft small">
            A trust leader finds who gives it. Or ask the best match at once; another one can be chosen after
            that, with the reason.
          </p>
        </form>
        <Preview wanted={wanted} busy={change.busy} onChoose={(candidate) => send(candidate)} />
      </div>
    </Page>
  );
}

/** Who might give what is described so far. */
function Preview({
  wanted,
  busy,
  onChoose,
}: {
  wanted: NewCommission | undefined;
  busy: boolean;
  onChoose: (candidate: CommissionCandidate) => void;
}) {
  const described = useDeferredValue(wanted && { ...wanted, purpose: wanted.purpose || 'Not said yet' });
  const candidates = usePreview(described);
  const found = candidates.data;
  return (
    <section className="sheet stack" aria-labelledby="preview-title">
      <header>
        <h2 id="preview-title">Who can give it</h2>
        {described && found && (
          <span className="soft small">
            {found.fitting} of {found.paging.totalResults}
          </span>
        )}
      </header>
      {!described && (
        <Empty>Say for whom it is, in what, and how many days; then the best matches stand here.</Empty>
      )}
      {described && candidates.isError && (
        <Failed cause={candidates.error} retry={() => candidates.refetch()} />
      )}
      {described && found && found.results.length === 0 && (
        <Empty>Nobody in the trust offers support yet. Somebody who does offers it under Expertise.</Empty>
      )}
      {described && found && (
        <ul className="candidates">
          {found.results.map((candidate, at) => (
            <CandidateCard key={candidate.expertId} candidate={candidate} first={at === 0}>
              {candidate.fits && at === 0 && (
                <p className="actions">
                  <button
                    className="button primary"
                    type="button"
                    aria-disabled={busy}
                    onClick={() => onChoose(candidate)}
                  >
                    Ask {candidate.name}
                  </button>
                </p>
              )}
            </CandidateCard>
          ))}
        </ul>
      )}
    </section>
  );
}
