import { useQuery } from '@tanstack/react-query';
import type { ChangeEvent } from 'react';
import { targetHelpResourceGet } from '../api/sdk.gen';
import { COHORTS, cohortLabel } from '../outcome/cohorts';
import { GROUPS } from '../outcome/groups';
import { unitInWords, useMeasures } from '../outcome/measures';
import { Field } from '../ui/Field';
import { academicYearOf } from '../ui/format';
import { answered, type Problem } from '../ui/problem';
import { doubtsOf, straight } from './proposal';
import { TargetHelp } from './TargetHelp';
import { Trajectory } from './Trajectory';
import type { Typed } from './typed';

interface Props {
  /** The school that it is about; none for the trust as a whole, of which nothing is measured. */
  school: number | null | undefined;
  typed: Typed;
  problem: Problem | null;
  onChange: (typed: Typed) => void;
}

/** The fields of a target with a number, with what helps to set it beside them. */
export function MeasureFields({ school, typed, problem, onChange }: Props) {
  const measures = useMeasures();
  const measure = measures.data?.results.find(({ code }) => code === typed.measureCode);
  const due = academicYearOf(typed.dueDate ? new Date(typed.dueDate) : new Date());
  const asked = {
    measureCode: typed.measureCode,
    cohort: typed.cohort,
    pupilGroup: typed.pupilGroup,
    dueAcademicYear: due,
  };
  const help = useQuery({
    queryKey: ['target-help', school, asked],
    queryFn: () => answered(targetHelpResourceGet({ path: { urn: school ?? 0 }, query: asked })),
    enabled: school != null && /^2\d{3}/.test(due),
    placeholderData: (before) => before,
  });
  const set = (field: keyof Typed) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    onChange({ ...typed, [field]: event.target.value });
  const wrong = (path: string) => problem?.at(path);
  const unit = unitInWords(measure);
  const proposed = straight(typed, help.data?.termEnds ?? [], measure?.decimals ?? 1);
  const doubts = doubtsOf(typed, measure, help.data);
  return (
    <>
      <Field label="Measure" wrong={wrong('/measureCode')}>
        <select value={typed.measureCode} onChange={set('measureCode')}>
          {(measures.data?.results ?? []).map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <div className="row">
        <Field label="Pupils" wrong={wrong('/pupilGroup')}>
          <select value={typed.pupilGroup} onChange={set('pupilGroup')}>
            {Object.entries(GROUPS).map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Year group" wrong={wrong('/cohort')}>
          <select value={typed.cohort} onChange={set('cohort')}>
            {COHORTS.map((cohort) => (
              <option key={cohort} value={cohort}>
                {cohortLabel(cohort)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {school != null && (
        <TargetHelp
          help={help}
          measure={measure}
          onBaseline={({ value, date }) =>
            onChange({ ...typed, baselineValue: String(value), baselineDate: date })
          }
        />
      )}
      <div className="row">
        <Field label="Baseline" hint={unit} wrong={wrong('/baselineValue')}>
          <input inputMode="decimal" value={typed.baselineValue} onChange={set('baselineValue')} />
        </Field>
        <Field label="Baseline on" wrong={wrong('/baselineDate')}>
          <input type="date" value={typed.baselineDate} onChange={set('baselineDate')} />
        </Field>
      </div>
      <div className="row">
        <Field label="Target" hint={unit} wrong={wrong('/targetValue')}>
          <input inputMode="decimal" value={typed.targetValue} onChange={set('targetValue')} />
        </Field>
        <Field
          label="Due on"
          hint={typed.dueDate ? `Result of summer ${due}` : undefined}
          wrong={wrong('/dueDate')}
        >
          <input type="date" value={typed.dueDate} onChange={set('dueDate')} />
        </Field>
      </div>
      <div role="status">
        {doubts.length > 0 && (
          <div className="notice warn">
            <strong>Is this what you mean?</strong>
            <ul>
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <Trajectory
        points={typed.trajectory}
        proposed={proposed}
        problem={problem}
        onChange={(trajectory) => onChange({ ...typed, trajectory })}
      />
    </>
  );
}
