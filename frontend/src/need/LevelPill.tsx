import type { NeedAssessment, NeedLevel } from '../api/types.gen';
import { Pill } from '../ui/Pill';
import { levelOf, toneOf } from './bands';

interface Props {
  assessment: NeedAssessment;
  levels: NeedLevel[];
}

/** The level that counts, and what is to be known with it. */
export function LevelPill({ assessment, levels }: Props) {
  const notes = [
    assessment.moderated && 'moderated',
    assessment.waiting && 'waits for approval',
    assessment.riskOfDecline && 'risk of decline',
  ].filter(Boolean);
  return (
    <span>
      <Pill tone={toneOf(assessment.level, levels)}>{levelOf(assessment)}</Pill>
      {notes.length > 0 && <small> {notes.join(', ')}</small>}
    </span>
  );
}
