import type { Measure } from '../api/types.gen';
import { Field } from '../ui/Field';

const STAGES: Record<string, string> = {
  EYFS: 'Early years',
  KS1: 'Key stage 1',
  KS2: 'Key stage 2',
  KS4: 'Key stage 4',
  KS5: 'Key stage 5',
  TA: 'Teacher assessment',
  ALL: 'Attendance, behaviour and well-being',
};

interface Props {
  measures: Measure[];
  chosen: string;
  onChoose: (measure: string) => void;
}

/** A measure of the catalogue, by key stage. */
export function MeasureSelect({ measures, chosen, onChoose }: Props) {
  const stages = [...new Set(measures.map((measure) => measure.keyStage))];
  return (
    <Field label="Measure">
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {measures.every(({ code }) => code !== chosen) && <option value={chosen}>{chosen}</option>}
        {stages.map((stage) => (
          <optgroup key={stage} label={STAGES[stage] ?? stage}>
            {measures
              .filter((measure) => measure.keyStage === stage)
              .map((measure) => (
                <option key={measure.code} value={measure.code}>
                  {measure.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
