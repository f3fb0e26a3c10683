import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { targetResourceGet, targetResourceSeries } from '../api/sdk.gen';
import { may, useMe } from '../app/me';
import { GROUPS } from '../outcome/groups';
import { shown, unitOf, useMeasure } from '../outcome/measures';
import { day, number, words } from '../ui/format';
import { LineChart, type Series } from '../ui/LineChart';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { STATUS } from './status';
import { TargetForm } from './TargetForm';

const route = getRouteApi('/shell/targets/$id');

/** A target: the status and its one sentence, the line that was expected, and what came. */
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
  const found = target.data;
  const measure = useMeasure(found?.measureCode);
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
      ]
    : [];
  return (
    <Page
      title={found ? found.measureLabel : 'Target'}
      lead={
        found &&
        `${GROUPS[found.pupilGroup] ?? found.pupilGroup}${found.cohort === 'ALL' ? '' : `, year ${found.cohort}`}`
      }
      crumbs={found ? [{ label: 'Cycle', to: `/cycles/${found.cycleId}` }] : []}
      actions={
        found &&
        may(me, 'cycles:change', found.schoolUrn) && (
          <button className="button" type="button" onClick={() => setEditing(true)}>
            Edit the target
          </button>
        )
      }
    >
      {target.isPending && <Loading what="the target" />}
      {target.isError && <Failed cause={target.error} retry={() => target.refetch()} />}
      {found && (
        <div className="stack">
          <section className="sheet" aria-label="Status">
            <header>
              <h2>Status</h2>
              <Pill tone={STATUS[found.status].tone}>{STATUS[found.status].label}</Pill>
            </header>
            <p>{found.statusReason}</p>
            {found.direction && (
              <p className="soft">
                Direction of the last three actuals: {words(found.direction).toLowerCase()}.
              </p>
            )}
            {found.narrative && <p>{found.narrative}</p>}
          </section>
          <section className="sheet" aria-label="On the way to the target">
            <LineChart
              title="Expected and actual"
              series={series.filter((one) => one.points.length > 0)}
              unit={unitOf(measure)}
              decimals={measure?.decimals}
            />
            {actuals.isError && <Failed cause={actuals.error} retry={() => actuals.refetch()} />}
            {actuals.data?.length === 0 && (
              <Empty>No outcome has come in yet for this measure and these pupils.</Empty>
            )}
            {actuals.data && actuals.data.length > 0 && (
              <div className="table">
                <table>
                  <caption>What came in</caption>
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
                    {actuals.data.map((point) => (
                      <tr key={point.date}>
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
          {editing && (
            <TargetForm priorityId={found.priorityId} target={found} onClose={() => setEditing(false)} />
          )}
        </div>
      )}
    </Page>
  );
}
