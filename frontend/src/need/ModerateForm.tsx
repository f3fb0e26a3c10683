import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { needModerationResourceModerate } from '../api/sdk.gen';
import type { NeedAssessment, NeedDetail, NeedLevel } from '../api/types.gen';
import { useMe } from '../app/me';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { useDraft } from '../ui/draft';
import { Field, FormProblem } from '../ui/Field';
import { answered } from '../ui/problem';
import { Resumed } from '../ui/Resumed';
import { useChange } from '../ui/useChange';

interface Props {
  assessment: NeedAssessment;
  levels: NeedLevel[];
  onClose: () => void;
}

/** Under which key the form keeps what a person types. */
export function draftOf(person: string, assessmentId: string): string {
  return `${person} moderation of ${assessmentId}`;
}

/** Sets another level than the computed one, with why. */
export function ModerateForm({ assessment, levels, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChange();
  const others = levels.filter(({ code }) => code !== assessment.level);
  const draft = useDraft(draftOf(useMe().id, assessment.id), {
    level: others[0]?.code ?? '',
    rationale: '',
  });
  const { level, rationale } = draft.typed;
  const theirs =
    change.problem?.status === 412 ? (change.problem.members.current as NeedDetail).assessment : null;
  const away = Math.abs(
    levels.findIndex(({ code }) => code === level) -
      Math.max(
        0,
        levels.findIndex(({ code }) => code === assessment.computedLevel),
      ),
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.run(async () => {
      await answered(
        needModerationResourceModerate({
          path: { id: assessment.id },
          headers: { 'If-Match': `"${theirs?.version ?? assessment.version}"` },
          body: { level, rationale },
        }),
      );
      draft.drop();
      await queries.invalidateQueries();
      onClose();
    });
  };
  const giveUp = () => {
    draft.drop();
    onClose();
  };
  return (
    <Dialog title={`Level of ${assessment.schoolName}`} onClose={onClose}>
      <form className="form" onSubmit={save} noValidate>
        <Resumed draft={draft} />
        {theirs ? (
          <p className="notice warn" role="alert">
            Something has changed since you opened this: the computed level is{' '}
            {theirs.computedLevelLabel ?? 'none'}, the level that counts {theirs.levelLabel ?? 'none'}. Save
            again to set yours.
          </p>
        ) : (
          <FormProblem problem={change.problem} />
        )}
        <p className="small">
          Computed is {assessment.computedLevelLabel ?? 'no level'}
          {assessment.score !== undefined && `, from a score of ${assessment.score}`}. It stays beside what
          you set, and what you set stays when need is computed anew this term.
        </p>
        <Choice
          label="Level"
          options={others.map(({ code, label, entitlementDays }): [string, string] => [
            code,
            `${label}, ${entitlementDays} days of support`,
          ])}
          chosen={level}
          onChoose={(next) => draft.set({ ...draft.typed, level: next })}
        />
        {away > 1 && (
          <p className="notice">
            That is {away} levels from the computed one. It counts when those have agreed whom the scheme of
            delegation asks for.
          </p>
        )}
        <Field
          label="Why"
          hint="20 characters or more. It is kept, and read by those who read the need of the school"
          wrong={change.problem?.at('/rationale') ?? change.problem?.at('/level')}
        >
          <textarea
            rows={4}
            maxLength={2000}
            value={rationale}
            onChange={(event) => draft.set({ ...draft.typed, rationale: event.target.value })}
            required
          />
        </Field>
        <div className="actions">
          <button className="button primary" type="submit" aria-disabled={change.busy}>
            {away > 1 ? 'Ask for it' : 'Set the level'}
          </button>
          <button className="button" type="button" onClick={giveUp}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
