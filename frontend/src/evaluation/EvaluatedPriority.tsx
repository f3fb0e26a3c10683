import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PriorityEvaluation } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { PublishForm, draftOf as publishDraftOf } from '../practice/PublishForm';
import { usePublished } from '../practice/usePublished';
import { hasDraft } from '../ui/drafts';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import { ACHIEVEMENTS } from './achievements';
import { EvaluationForm } from './EvaluationForm';
import { Facts } from './Facts';
import { Written } from './Written';

/** A priority at the end of its cycle: what is known of it, and beside that what people make of it. */
export function EvaluatedPriority({ of, editable }: { of: PriorityEvaluation; editable: boolean }) {
  const me = useMe();
  const { priority, evaluation } = of;
  const [saved, setSaved] = useState(0);
  const [publishing, setPublishing] = useState(
    () => evaluation != null && hasDraft(publishDraftOf(me.id, evaluation.id)),
  );
  const judgement = evaluation?.judgement;
  const title = `evaluation-${priority.id}`;
  const settled = () => {
    setSaved(saved + 1);
    document.getElementById(title)?.focus();
  };
  const publishes =
    judgement !== undefined &&
    judgement !== null &&
    judgement !== 'not-achieved' &&
    mayIn(me, 'cycles:change', priority.schoolUrn ?? undefined);
  const published = usePublished(priority, publishes);
  return (
    <section className="sheet stack" aria-labelledby={title}>
      <header>
        <h2 id={title} tabIndex={-1}>
          {priority.title}
        </h2>
        {judgement ? (
          <Pill tone={ACHIEVEMENTS[judgement].tone}>{ACHIEVEMENTS[judgement].label}</Pill>
        ) : (
          <Pill tone="calm">Not judged yet</Pill>
        )}
        {evaluation?.carryForward && <Pill tone="calm">Carried forward</Pill>}
      </header>
      <p className="visually-hidden" role="status">
        {saved > 0 && 'Saved.'}
      </p>
      <p className="soft small">
        {[priority.leadName ?? priority.leadRole ?? 'No lead', priority.area].filter(Boolean).join(' · ')}
      </p>
      <div className="aside">
        <Facts of={of} editable={editable} />
        {editable ? <EvaluationForm key={saved} of={of} onSaved={settled} /> : <Written of={of} />}
      </div>
      {published && (
        <p className="small">
          Published as{' '}
          <Link to="/good-practice/$id" params={{ id: published.id }}>
            good practice
          </Link>{' '}
          on {day(published.publishedOn)}
        </p>
      )}
      {publishes && published === null && (
        <div className="actions">
          <button className="button" type="button" onClick={() => setPublishing(true)}>
            Publish as good practice <span className="visually-hidden">: {priority.title}</span>
          </button>
        </div>
      )}
      {publishing && evaluation && (
        <PublishForm priority={priority} evaluation={evaluation} onClose={() => setPublishing(false)} />
      )}
    </section>
  );
}
