import { Link } from '@tanstack/react-router';
import type { EvaluatedTarget } from '../api/types.gen';
import { shown, unitOf, useMeasure } from '../outcome/measures';
import { pupilsOf, reasonOf, STATUS } from '../target/status';
import { day, words } from '../ui/format';
import { LineChart } from '../ui/LineChart';
import { Pill } from '../ui/Pill';
import { Table } from '../ui/Table';

const HEIGHT = 180;

/** A target against what came: the status and why, the line and the results, and the same figures in a table. */
export function TargetFacts({ of: { target, series } }: { of: EvaluatedTarget }) {
  const measure = useMeasure(target.measureCode);
  const exact = measure && { unit: measure.unit, decimals: undefined };
  const actual = series.flatMap(({ date, value, resultStatus }) =>
    value === undefined || value === null ? [] : [{ date, value, open: resultStatus !== 'final' }],
  );
  const pupils = pupilsOf(target);
  return (
    <article className="target stack tight" aria-label={`${target.measureLabel}, ${pupils}`}>
      <div className="section-head">
        <h3>
          <Link to="/targets/$id" params={{ id: target.id }}>
            {target.measureLabel}
          </Link>
        </h3>
        {target.endedOn ? (
          <Pill tone="calm">Ended</Pill>
        ) : (
          <Pill tone={STATUS[target.status].tone}>{STATUS[target.status].label}</Pill>
        )}
      </div>
      <p className="soft small">
        {pupils.charAt(0).toUpperCase() + pupils.slice(1)} · from {shown(target.baselineValue, exact)} on{' '}
        {day(target.baselineDate)} to {shown(target.targetValue, exact)} by {day(target.dueDate)}
      </p>
      <p>{target.endReason ?? reasonOf(target)}</p>
      {actual.length > 0 && (
        <>
          <LineChart
            title={`${target.measureLabel}, expected and actual`}
            series={[
              { label: 'Actual', points: actual },
              {
                label: 'Expected',
                dashed: true,
                points: [
                  { date: target.baselineDate, value: target.baselineValue },
                  ...target.trajectory,
                  { date: target.dueDate, value: target.targetValue },
                ],
              },
            ]}
            unit={unitOf(measure)}
            decimals={measure?.decimals}
            height={HEIGHT}
          />
          <details>
            <summary>Results as a table</summary>
            <Table
              caption="Since the baseline, newest first"
              columns={[
                { label: 'Date', text: ({ date }) => day(date) },
                {
                  label: 'Value',
                  text: ({ value, symbol }) => (value == null ? (symbol ?? '–') : shown(value, measure)),
                  figure: true,
                },
                { label: 'Result', text: ({ resultStatus }) => words(resultStatus) },
              ]}
              rows={series.toReversed()}
              keyOf={({ date, resultStatus }) => `${date} ${resultStatus}`}
              dense
            />
          </details>
        </>
      )}
    </article>
  );
}
