import type { Measure, Outcome } from '../api/types.gen';
import { Choice } from '../ui/Choice';
import { lower } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Switch } from '../ui/Switch';
import { ABSENCES, type Absence, type AttendanceSearch, EVERY_ABSENCE, lastOfYears } from './attendance';
import { asked, known } from './benchmarks';
import { Compare } from './Compare';
import { GapView } from './GapView';
import { pairLabel } from './gaps';
import { linesOf } from './lines';
import { MissingYears } from './MissingYears';
import { missingYears } from './missing';
import { OutcomeChart } from './OutcomeChart';
import { OutcomeTable } from './OutcomeTable';
import { Symbols } from './Symbols';
import { useOutcomes } from './useOutcomes';

interface Props {
  urn: number;
  search: AttendanceSearch;
  absence: Absence;
  measure: Measure;
  years: string[];
  group: string;
  pupils: string;
  cohort: string;
  /** What is shown, for the name of a file. */
  name: string[];
  onChange: (next: AttendanceSearch) => void;
}

/** One of the absences over the years or terms, beside what it is elsewhere; and how far the disadvantaged are from others. */
export function AbsenceOverTime(props: Props) {
  const { urn, search, absence, measure, years, group, pupils, cohort, name, onChange } = props;
  const byTerm = search.by === 'term';
  const only = byTerm ? (rows: Outcome[]) => rows : lastOfYears;
  const outcomes = useOutcomes(urn, measure.code, group, cohort);
  const rows = only((outcomes.data ?? []).filter((row) => years.includes(row.academicYear)));
  const missing = rows.length > 0 ? missingYears(years, rows, measure) : [];
  const benchmarks = known(rows);
  const compare = benchmarks.filter((benchmark) => asked(search.compare).includes(benchmark));
  return (
    <section className="sheet stack" aria-labelledby="absence-title">
      <div className="controls">
        <Choice
          label="Of"
          options={EVERY_ABSENCE.map((one) => [one, ABSENCES[one].label])}
          chosen={absence}
          onChoose={(next) => onChange({ of: next })}
        />
        <Switch
          label="Show as"
          ways={['chart', 'table', 'gap']}
          chosen={search.view ?? 'chart'}
          onChoose={(way) => onChange({ view: way === 'chart' ? undefined : way })}
        />
        {search.view !== 'gap' && (
          <Compare
            search={search}
            known={benchmarks}
            chosen={compare}
            hasInterval={false}
            onChange={({ compare: next }) => onChange({ compare: next })}
          />
        )}
      </div>
      <header>
        <h2 id="absence-title">
          {measure.label}: {lower(search.view === 'gap' ? pairLabel('disadvantage') : pupils)}
        </h2>
      </header>
      <p className="soft small">{measure.computation}.</p>
      {search.view === 'gap' ? (
        <GapView
          urn={urn}
          measure={measure}
          pair="disadvantage"
          cohort={cohort}
          all={search.years === 'all'}
          only={only}
          name={name}
        />
      ) : (
        <>
          {outcomes.isPending && <Loading what={lower(measure.label)} />}
          {outcomes.isError && <Failed cause={outcomes.error} retry={() => outcomes.refetch()} />}
          {outcomes.data && rows.length === 0 && (
            <Empty>There is no value of these pupils. Choose another absence, or all pupils.</Empty>
          )}
          {rows.length > 0 && search.view === 'table' && (
            <OutcomeTable
              lines={linesOf(rows, missing, [])}
              measure={measure}
              termly={byTerm}
              compare={compare}
              name={[...name, pupils]}
            />
          )}
          {rows.length > 0 && search.view === undefined && (
            <OutcomeChart
              title={measure.label}
              rows={rows}
              missing={missing}
              targets={[]}
              compare={compare}
              interval={false}
              measure={measure}
            />
          )}
          {missing.length > 0 && <MissingYears missing={missing} />}
          <Symbols rows={rows} />
        </>
      )}
    </section>
  );
}
