import type { DataSetColumn, DataSetMeta } from '../api/types.gen';
import { DotChart } from '../ui/DotChart';
import { number } from '../ui/format';
import { LineChart } from '../ui/LineChart';
import { Failed } from '../ui/Page';
import { drawingOf, MOST_ROWS } from './chart';
import { labelOf } from './columns';
import type { Asked } from './query';
import { useDrawnRows } from './useDataSet';

interface Props {
  meta: DataSetMeta;
  asked: Asked;
  indicator: DataSetColumn;
  total: number;
}

/** One figure over the years, or side by side in one of them; else why it is not drawn. */
export function Drawn({ meta, asked, indicator, total }: Props) {
  const few = total <= MOST_ROWS;
  const rows = useDrawnRows(meta.id, asked, indicator.name, few);
  if (!few) {
    return (
      <NotDrawn
        why={`${number(total)} rows are too many to draw. Choose what you want to compare: at most ${number(MOST_ROWS)} rows.`}
      />
    );
  }
  if (rows.isError) {
    return <Failed cause={rows.error} retry={() => rows.refetch()} />;
  }
  if (!rows.data) {
    return <p className="chart-room soft">Drawing …</p>;
  }
  const drawing = drawingOf(meta, rows.data.results, indicator);
  if (drawing.kind === 'none') {
    return <NotDrawn why={drawing.why} />;
  }
  const { unit, decimals, without } = drawing;
  const title = [...namesOf(meta, asked), indicator.label].join(' · ');
  return (
    <div className="stack tight">
      <h3>{title}</h3>
      {drawing.kind === 'lines' ? (
        <LineChart title={title} series={drawing.series} unit={unit} decimals={decimals} />
      ) : (
        <DotChart
          title={`${title}, ${drawing.period}`}
          dots={drawing.dots}
          lines={[]}
          unit={unit}
          decimals={decimals}
        />
      )}
      {without > 0 && (
        <p className="soft small">
          {without === 1 ? 'One row has' : `${number(without)} rows have`} no figure here, and no mark: the
          table says why.
        </p>
      )}
    </div>
  );
}

function NotDrawn({ why }: { why: string }) {
  return (
    <p className="notice">
      <strong>No chart.</strong> {why}
    </p>
  );
}

/** What every row is about, where something is chosen that has a name. */
function namesOf(meta: DataSetMeta, { picked }: Asked): string[] {
  return meta.columns
    .filter(({ labelled, name }) => labelled && picked[name]?.length === 1)
    .map((column) => labelOf(column, picked[column.name]?.[0] ?? ''));
}
