import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { targetResourceForecast, targetResourceGet, targetResourceSeries } from '../api/sdk.gen';
import { may, useMe } from '../app/me';
import { CommentSheet } from '../comment/Comments';
import { crumbsOf, useCycle } from '../cycle/useCycles';
import { shown, unitOf, useMeasure } from '../outcome/measures';
import { Outdated } from '../outcome/Outdated';
import { day, number, words } from '../ui/format';
import { LineChart, type Series } from '../ui/LineChart';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { EndTarget } from './EndTarget';
import { Forecast } from './Forecast';
import { Notes } from './Notes';
import { pupilsOf, reasonOf, STATUS } from './status';
import { TargetForm } from './TargetForm';
import { TargetHistory } from './TargetHistory';

const route = getRouteApi('/shell/targets/$id');

/** A target: the status and its one sentence, the line that was expected, what came, where it leads, and what people say. */
export function TargetPage() {
  const me = useMe();
  const { id } = route.useParams();
  const [editing, setEditing] = useState(false);
  const target = useQuery({
    queryKey: ['target', id],
    queryFn: () => answered(targetResourceGet({ path: { id } })),
  });
  const actuals = useQuery({
    queryKey: ['series', id],
    queryFn: () => answered(targetResourceSeries({ path: { id } })),
  });
  const forecast = useQuery({
    queryKey: ['forecast', id],
    queryFn: () => answered(targetResourceForecast({ path: { id } })),
  });
  const found = target.data;
  const navigate = useNavigate();
  const cycle = useCycle(found?.cycleId);
  const measure = useMeasure(found?.measureCode);
  const exact = measure && { unit: measure.unit, decimals: undefined };
  const values = (actuals.data ?? []).flatMap((point) =>
    point.value === undefined || point.value === null
      ? []
      : [{ date: point.date, value: point.value, open: point.resultStatus !== 'final' }],
  );
  const series: Series[] = found
    ? [
        { label: 'Actual', points: values },
        {
          label: 'Expected',
          dashed: true,
          points: [
            { date: found.baselineDate, value: found.baselineValue },
            ...found.trajectory,
            { date: found.dueDate, value: found.targetValue },
          ],
        },
        {
          label: 'Forecast, four times in five',
          dashed: true,
          band: true,
          points: (forecast.data?.days ?? []).map(({ date, value, low, high }) => ({
            date,
            value,
            low,
            high,
          })),
        },
      ]
    : [];
  return (
    <Page
      title={found ? found.measureLabel : 'Target'}
      lead={found && `Target for ${pupilsOf(found)}, ${found.dueAcademicYear}`}
      crumbs={found ? crumbsOf(cycle.data, found.cycleId) : [{ label: 'Cycles', to: '/cycles' }]}
      actions={
        found &&
        !found.endedOn &&
        may(me, 'cycles:change', found.schoolUrn) && (
          <>
            <button className="button" type="button" onClick={() => setEditing(true)}>
              Edit the target
            </button>
            <EndTarget target={found} />
          </>
        )
      }
    >
      {target.isPending && <Loading what="the target" />}
      {target.isError && <Failed cause={target.error} retry={() => target.refetch()} />}
      {found?.schoolUrn != null && <Outdated urn={found.schoolUrn} />}
      {found && (
        <div className="stack">
          <section className="sheet" aria-label="Status">
            <header>
              <h2>Status</h2>
              <Pill tone={STATUS[found.status].tone}>{STATUS[found.status].label}</Pill>
            </header>
            {found.endedOn && (
              <p className="notice">
                Ended on {day(found.endedOn)}: {found.endReason}
              </p>
            )}
            <p>{reasonOf(found)}</p>
            <dl className="counts">
              <Figure name={`Baseline, ${day(found.baselineDate)}`}>
                {shown(found.baselineValue, exact)}
              </Figure>
              {found.latestActual && (
                <Figure name={`Latest, ${day(found.latestActual.date)}`}>
                  {shown(found.latestActual.value, measure)}
                </Figure>
              )}
              {found.latestActual && found.expected != null && (
                <Figure name="Expected by then">{shown(found.expected, exact)}</Figure>
              )}
              <Figure name={`Target, ${day(found.dueDate)}`}>{shown(found.targetValue, exact)}</Figure>
              {found.direction && <Figure name="Last three results">{words(found.direction)}</Figure>}
            </dl>
          </section>
          <section className="sheet stack" aria-labelledby="way-title">
            <h2 id="way-title">On the way to the target</h2>
            <LineChart
              title="Expected and actual"
              series={series.filter((one) => one.points.length > 0)}
              unit={unitOf(measure)}
              decimals={measure?.decimals}
            />
            {forecast.isError && <Failed cause={forecast.error} retry={() => forecast.refetch()} />}
            {forecast.data && <Forecast forecast={forecast.data} measure={measure} />}
            {actuals.isError && <Failed cause={actuals.error} retry={() => actuals.refetch()} />}
            {actuals.data?.length === 0 && (
              <Empty>No result has come in yet for this measure and these pupils.</Empty>
            )}
            {actuals.data && actuals.data.length > 0 && (
              <div className="table">
                <table className="dense">
                  <caption>Results, newest first</caption>
                  <thead>
                    <tr>
                      <th scope="col">Date</th>
                      <th scope="col" className="figure">
                        Value
                      </th>
                      <th scope="col" className="figure">
                        Pupils
                      </th>
                      <th scope="col">Result</th>
                    </tr>
                  </thead>
                  <tbody>
                    {actuals.data.toReversed().map((point) => (
                      <tr key={`${point.date} ${point.resultStatus}`}>
                        <th scope="row">{day(point.date)}</th>
                        <td className="figure">
                          {point.value === undefined ? point.symbol : shown(point.value, measure)}
                        </td>
                        <td className="figure">{number(point.cohortSize)}</td>
                        <td>{words(point.resultStatus)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
          <TargetHistory id={id} measure={measure} />
          <Notes kind="measure" id={id} editable={may(me, 'cycles:change', found.schoolUrn)} />
          <CommentSheet subject={{ kind: 'target', id, school: found.schoolUrn ?? undefined }} />
          {editing && (
            <TargetForm
              priorityId={found.priorityId}
              school={found.schoolUrn}
              target={found}
              onClose={() => setEditing(false)}
              onDeleted={() => navigate({ to: '/cycles/$id', params: { id: found.cycleId } })}
            />
          )}
        </div>
      )}
    </Page>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="soft small">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
