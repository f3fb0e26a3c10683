import { Field } from '../ui/Field';
import type { Problem } from '../ui/problem';
import type { TypedPoint } from './typed';

interface Props {
  points: TypedPoint[];
  /** A point for each term, to be taken as they are and changed; none while the ends are not known. */
  proposed: TypedPoint[];
  problem: Problem | null;
  onChange: (points: TypedPoint[]) => void;
}

/** The values that are expected on the way, usually one a term. */
export function Trajectory({ points, proposed, problem, onChange }: Props) {
  const set = (at: number, change: Partial<TypedPoint>) =>
    onChange(points.map((point, place) => (place === at ? { ...point, ...change } : point)));
  return (
    <fieldset className="stack">
      <legend>On the way</legend>
      <p className="soft small">
        What is expected by when, usually once a term. Between two points it is a straight line.
      </p>
      {points.map((point, at) => (
        <div key={at} className="row with-button">
          <Field label={`Date of point ${at + 1}`} wrong={problem?.at(`/trajectory/${at}/date`)}>
            <input
              type="date"
              value={point.date}
              onChange={(event) => set(at, { date: event.target.value })}
            />
          </Field>
          <Field label={`Value of point ${at + 1}`} wrong={problem?.at(`/trajectory/${at}/value`)}>
            <input
              inputMode="decimal"
              value={point.value}
              onChange={(event) => set(at, { value: event.target.value })}
            />
          </Field>
          <button
            className="button quiet"
            type="button"
            aria-label={`Remove point ${at + 1}`}
            onClick={() => onChange(points.filter((_, place) => place !== at))}
          >
            Remove
          </button>
        </div>
      ))}
      <p className="actions">
        <button
          className="button"
          type="button"
          onClick={() => onChange([...points, { date: '', value: '' }])}
        >
          Add a point
        </button>
        {proposed.length > 0 && (
          <button className="button" type="button" onClick={() => onChange(proposed)}>
            Propose a point for each term
          </button>
        )}
      </p>
    </fieldset>
  );
}
