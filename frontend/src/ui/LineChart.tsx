import { useId } from 'react';
import { day, number } from './format';

interface Point {
  date: string;
  value: number;
}

export interface Series {
  label: string;
  points: Point[];
  dashed?: boolean;
}

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 28;

/** The ends of an axis that holds all values with some air, at round steps. */
export function axis(values: number[]): { low: number; high: number; step: number } {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const span = most - least || Math.max(1, Math.abs(most) * 0.1);
  const magnitude = 10 ** Math.floor(Math.log10(span / 4));
  const step =
    [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => span / size <= 5) ?? magnitude * 10;
  return {
    low: Math.floor((least - step / 4) / step) * step,
    high: Math.ceil((most + step / 4) / step) * step,
    step,
  };
}

/** Values over time. The same figures are in the table that stands beside or behind it. */
export function LineChart({ title, series, unit }: { title: string; series: Series[]; unit?: string }) {
  const id = useId();
  const all = series.flatMap((one) => one.points);
  if (all.length === 0) {
    return null;
  }
  const { low, high, step } = axis(all.map((point) => point.value));
  const times = all.map((point) => Date.parse(point.date));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const x = (date: string) =>
    last === first
      ? (LEFT + WIDTH - RIGHT) / 2
      : LEFT + ((Date.parse(date) - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const lines: number[] = [];
  for (let value = low; value <= high + step / 1000; value += step) {
    lines.push(Number(value.toFixed(6)));
  }
  const dates = [...new Set(all.map((point) => point.date))].sort();
  const shown = dates.filter((_, at) => at % Math.ceil(dates.length / 6) === 0);
  return (
    <figure className="chart stack">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
        <title id={id}>
          {title}:{' '}
          {series
            .map(
              (one) =>
                `${one.label} ${one.points.map((p) => `${day(p.date)} ${number(p.value)}${unit ?? ''}`).join(', ')}`,
            )
            .join('; ')}
        </title>
        {lines.map((value) => (
          <g key={value}>
            <line className="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {shown.map((date) => (
          <text key={date} x={x(date)} y={HEIGHT - 8} textAnchor="middle">
            {new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
              new Date(date),
            )}
          </text>
        ))}
        {series.map((one, at) => (
          <g key={one.label} className={`series-${at + 1}`}>
            <path
              className={one.dashed ? 'dashed' : undefined}
              d={one.points
                .map((p, place) => `${place ? 'L' : 'M'}${x(p.date).toFixed(1)} ${y(p.value).toFixed(1)}`)
                .join('')}
            />
            {one.points.map((point) => (
              <circle key={point.date} cx={x(point.date)} cy={y(point.value)} r={one.dashed ? 2.5 : 4} />
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        <ul className="legend">
          {series.map((one, at) => (
            <li key={one.label}>
              <svg viewBox="0 0 28 10" aria-hidden="true" className={`series-${at + 1}`}>
                <path className={one.dashed ? 'dashed' : undefined} d="M0 5H28" />
              </svg>
              {one.label}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
