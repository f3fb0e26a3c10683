import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  priorityResourceAddEvidence,
  priorityResourceCreate,
  trustPlanResourceSuggestions,
} from '../api/sdk.gen';
import type { NewEvidence, Suggestion } from '../api/types.gen';
import { FormProblem } from '../ui/Field';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';

const KINDS: Record<string, string> = {
  'common-measure': 'Schools work on it',
  'common-area': 'An area of several schools',
  'below-england': 'Below England',
  'high-need': 'High need',
};

/** The evidence that a suggestion rests on. */
function restingOn({ measureCode, indicatorCode }: Suggestion): Pick<NewEvidence, 'kind' | 'reference'> {
  return measureCode
    ? { kind: 'outcome', reference: measureCode }
    : indicatorCode
      ? { kind: 'need', reference: indicatorCode }
      : { kind: 'note' };
}

/** What the trust's cycle could be about, each with why; one press makes it a priority. */
export function Suggestions({ cycleId }: { cycleId: string }) {
  const queries = useQueryClient();
  const change = useChange();
  const suggestions = useQuery({
    queryKey: ['suggestions', cycleId],
    queryFn: () => answered(trustPlanResourceSuggestions({ path: { id: cycleId } })),
  });
  const take = (suggestion: Suggestion) =>
    change.run(async (key) => {
      const priority = await answered(
        priorityResourceCreate({
          path: { id: cycleId },
          headers: { 'Idempotency-Key': key },
          body: {
            title: suggestion.title,
            rationale: suggestion.why,
            ...(suggestion.area ? { area: suggestion.area } : {}),
          },
        }),
      );
      await answered(
        priorityResourceAddEvidence({
          path: { id: priority.id },
          headers: { 'Idempotency-Key': crypto.randomUUID() },
          body: { ...restingOn(suggestion), label: suggestion.why.slice(0, 500) },
        }),
      );
      await queries.invalidateQueries();
    });
  return (
    <section className="sheet stack" aria-labelledby="suggestions-title">
      <header>
        <h2 id="suggestions-title">Suggestions</h2>
      </header>
      <FormProblem problem={change.problem} />
      {suggestions.isPending && <Loading what="suggestions" />}
      {suggestions.isError && <Failed cause={suggestions.error} retry={() => suggestions.refetch()} />}
      {suggestions.data?.results.length === 0 && (
        <Empty>Nothing that several schools have in common is missing among the priorities.</Empty>
      )}
      <ul className="activity">
        {suggestions.data?.results.map((suggestion) => (
          <li
            key={`${suggestion.kind} ${suggestion.measureCode ?? suggestion.indicatorCode ?? suggestion.area}`}
          >
            <span>
              <strong>{suggestion.title}</strong>{' '}
              <span className="soft small">{KINDS[suggestion.kind] ?? suggestion.kind}</span>
            </span>
            <span className="small">{suggestion.why}</span>
            <span className="actions">
              <button
                className="button"
                type="button"
                aria-disabled={change.busy}
                aria-label={`Make it a priority: ${suggestion.title}, ${KINDS[suggestion.kind] ?? ''}`}
                onClick={() => take(suggestion)}
              >
                Make it a priority
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
