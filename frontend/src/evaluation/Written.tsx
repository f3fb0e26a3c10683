import type { PriorityEvaluation } from '../api/types.gen';
import { When } from '../ui/When';

/** What people have written of a priority, to be read. */
export function Written({ of: { evaluation } }: { of: PriorityEvaluation }) {
  if (!evaluation) {
    return <p className="soft">Nobody has begun to evaluate this priority.</p>;
  }
  const said = [
    ['What worked', evaluation.whatWorked],
    ['What did not', evaluation.whatDidNot],
    ['What was learnt', evaluation.lessons],
  ].filter((part): part is [string, string] => Boolean(part[1]));
  return (
    <div className="stack">
      {said.map(([title, text]) => (
        <div key={title}>
          <h3>{title}</h3>
          <p className="line">{text}</p>
        </div>
      ))}
      <p className="soft small">
        {evaluation.author ?? 'Written'}, <When at={evaluation.at} />
        {!evaluation.author && '. The words are for those who work on the cycle.'}
      </p>
    </div>
  );
}
