import type { Measure, TargetForecast, TargetForecastDay } from '../api/types.gen';
import { shown } from '../outcome/measures';
import { day } from '../ui/format';
import { type Column, Table } from '../ui/Table';

interface Props {
  forecast: TargetForecast;
  measure: Measure | undefined;
}

/** Where a target leads in a sentence, and what the band of the chart shows as a table. */
export function Forecast({ forecast, measure }: Props) {
  return (
    <>
      <p>{forecast.sentence}</p>
      {forecast.days.length > 0 && (
        <details>
          <summary>The forecast as a table</summary>
          <Table
            caption={`Forecast from ${forecast.points} values, the baseline included`}
            columns={columnsOf(measure)}
            rows={forecast.days}
            keyOf={({ date }) => date}
            dense
          />
        </details>
      )}
    </>
  );
}

function columnsOf(measure: Measure | undefined): Column<TargetForecastDay>[] {
  return [
    { label: 'Date', text: ({ date }) => day(date) },
    { label: 'About', text: ({ value }) => shown(value, measure), figure: true },
    {
      label: 'Four times in five between',
      text: ({ low, high }) => `${shown(low, measure)} and ${shown(high, measure)}`,
      figure: true,
    },
  ];
}
