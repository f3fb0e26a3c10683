import type { ReactNode } from 'react';
import type { Milestone, Target } from '../api/types.gen';
import { reasonOf, STATUS } from '../target/status';
import { Field } from '../ui/Field';
import { Pill } from '../ui/Pill';
import { JUDGEMENTS } from './judgements';

/** So many characters a narrative needs before it can be submitted. */
const SHORTEST = 20;

interface Props {
  label: string;
  /** The target that it is about, for its status of today. */
  target: Target | Milestone | undefined;
  judgement: string;
  narrative: string;
  wrongJudgement: string | undefined;
  wrongNarrative: string | undefined;
  onJudge: (judgement: string) => void;
  onWrite: (narrative: string) => void;
  onRemove: () => void;
  /** Begins a small improvement from what was written; absent until it is known to which priority it belongs. */
  onImprove: (() => void) | undefined;
  /** Agrees on a next step from what was written; absent as long. */
  onAgree: (() => void) | undefined;
  /** Adds evidence to it. */
  onShow: () => void;
  children: ReactNode;
}

/** One thing that is looked at: how it stands by its figures, how it is judged, and why. */
export function FocusNotes(props: Props) {
  const { label, target, judgement, narrative } = props;
  const missing = SHORTEST - narrative.trim().length;
  return (
    <article className="sheet form" aria-label={label}>
      <header>
        <h3>{label}</h3>
        <div className="actions">
          {props.onAgree && (
            <button className="button quiet" type="button" onClick={props.onAgree}>
              Next step <span className="visually-hidden">for {label}</span>
            </button>
          )}
          {props.onImprove && (
            <button className="button quiet" type="button" onClick={props.onImprove}>
              Small improvement <span className="visually-hidden">for {label}</span>
            </button>
          )}
          <button className="button quiet" type="button" onClick={props.onShow}>
            Evidence <span className="visually-hidden">for {label}</span>
          </button>
          <button className="button quiet" type="button" onClick={props.onRemove}>
            Leave out <span className="visually-hidden">{label}</span>
          </button>
        </div>
      </header>
      {target && (
        <p className="small">
          <Pill tone={STATUS[target.status].tone}>{STATUS[target.status].label}</Pill> {reasonOf(target)}
        </p>
      )}
      <Field label="Judgement" wrong={props.wrongJudgement}>
        <select value={judgement} onChange={(event) => props.onJudge(event.target.value)}>
          <option value="">Not judged yet</option>
          {Object.entries(JUDGEMENTS).map(([code, { label: name }]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label="Narrative"
        hint={
          missing > 0
            ? `What was seen, and why this judgement; ${missing} more characters to submit`
            : undefined
        }
        wrong={props.wrongNarrative}
      >
        <textarea
          rows={3}
          value={narrative}
          maxLength={10000}
          onChange={(event) => props.onWrite(event.target.value)}
        />
      </Field>
      {props.children}
    </article>
  );
}
