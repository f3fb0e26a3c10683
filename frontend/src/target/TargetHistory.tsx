import { useQuery } from '@tanstack/react-query';
import { targetResourceHistory } from '../api/sdk.gen';
import type { Measure, TargetMoment } from '../api/types.gen';
import { shown } from '../outcome/measures';
import { day } from '../ui/format';
import { Failed, Loading } from '../ui/Page';
import { Pill } from '../ui/Pill';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { STATUS } from './status';

/** How a target stood whenever a result came. */
export function TargetHistory({ id, measure }: { id: string; measure: Measure | undefined }) {
  const history = useQuery({
    queryKey: ['target-history', id],
    queryFn: () => answered(targetResourceHistory({ path: { id } })),
  });
  return (
    <section className="sheet stack" aria-labelledby="history-title">
      <h2 id="history-title">How it stood</h2>
      {history.isPending && <Loading what="how it stood" />}
      {history.isError && <Failed cause={history.error} retry={() => history.refetch()} />}
      {history.data && (
        <>
          <Table
            caption="Whenever a result came, and today"
            columns={columnsOf(measure)}
            rows={history.data.results}
            keyOf={(moment) => moment.date}
            dense
          />
          <p className="soft small">{history.data.basis}</p>
        </>
      )}
    </section>
  );
}

function columnsOf(measure: Measure | undefined): Column<TargetMoment>[] {
  const exact = measure && { unit: measure.unit, decimals: undefined };
  return [
    { label: 'Date', text: (moment) => day(moment.date) },
    {
      label: 'Status',
      text: (moment) => STATUS[moment.status].label,
      show: (moment) => <Pill tone={STATUS[moment.status].tone}>{STATUS[moment.status].label}</Pill>,
    },
    {
      label: 'Latest result',
      text: (moment) => (moment.latestActual ? shown(moment.latestActual.value, measure) : '–'),
      figure: true,
    },
    {
      label: 'Expected',
      text: (moment) => (moment.expected == null ? '–' : shown(moment.expected, exact)),
      figure: true,
    },
  ];
}
