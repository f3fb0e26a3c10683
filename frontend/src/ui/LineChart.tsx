import { useId, useRef } from 'react';
import { axis, spaced, ticks, useWidth } from './axis';
import { day, number } from './format';
import { Mark } from './Mark';

export interface Point {
  date: string;
  value: number;
  /** It may still change: drawn hollow. */
  open?: boolean;
  /** Something is missing before it: no line is drawn to it. */
  apart?: boolean;
  /** Between which values it lies with some certainty. */
  low?: number;
  high?: number;
}

export interface Series {
  label: string;
  points: Point[];
  dashed?: boolean;
  /** Marks alone. */
  bare?: boolean;
  /** Its values lie somewhere between low and high: the area in between is drawn, without marks. */
  band?: boolean;
  /** Its colour and shape, from 1; its place among the series where it is not said. */
  look?: number;
}

/** A time without values. */
export interface Blank {
  from: string;
  to: string;
}

/** How far two values are apart on a date. */
interface Span {
  date: string;
  from: number;
  to: number;
  label: string;
}

const LEFT = 48;
const RIGHT = 24;
const TOP = 24;
const BOTTOM = 28;
/** Room between the axis and the first value, so that their words don't meet. */
const INSET = 18;
const ROOM_FOR_WORDS = 56;

interface Props {
  title: string;
  series: Series[];
  unit?: string;
  /** How many decimals values have. */
  decimals?: number | undefined;
  height?: number;
  blanks?: Blank[];
  spans?: Span[];
}

/** Values over time, drawn for the width that there is. The same figures are in the table beside or behind it. */
export function LineChart({
  title,
  series,
  unit = '',
  decimals,
  height = 280,
  blanks = [],
  spans = [],
}: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const all = series.flatMap((one) => one.points);
  if (all.length === 0) {
    return null;
  }
  const scale = axis(all.flatMap(({ value, low = value, high = value }) => [value, low, high]));
  const times = [...all.map(({ date }) => date), ...blanks.map(middle)].map((date) => Date.parse(date));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const x = (date: string) =>
    last === first
      ? (LEFT + width - RIGHT) / 2
      : LEFT + INSET + ((Date.parse(date) - first) / (last - first)) * (width - LEFT - INSET - RIGHT);
  const y = (value: number) =>
    TOP + ((scale.high - value) / (scale.high - scale.low)) * (height - TOP - BOTTOM);
  const within = (place: number) => Math.min(width, Math.max(LEFT, place));
  const dates = [...new Set(all.map((point) => point.date))].sort();
  const lookOf = ({ look }: Series, at: number) => look ?? at + 1;
  return (
    <figure className="chart stack">
      <div ref={frame}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
          <title id={id}>
            {title}: {series.map((one) => spoken(one, unit, decimals)).join('; ')}
          </title>
          {blanks.map(({ from, to }) => {
            const left = within(x(from));
            const breadth = within(x(to)) - left;
            return (
              <g key={from} className="blank">
                <rect x={left} y={TOP} width={breadth} height={height - TOP - BOTTOM} />
                {breadth >= ROOM_FOR_WORDS && (
                  <text x={left + breadth / 2} y={TOP + 14} textAnchor="middle">
                    no value
                  </text>
                )}
              </g>
            );
          })}
          {ticks(scale).map((value) => (
            <g key={value}>
              <line className="axis" x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
              <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
                {number(value)}
                {unit}
              </text>
            </g>
          ))}
          {spaced(dates, x).map((date) => (
            <text key={date} x={x(date)} y={height - 8} textAnchor="middle">
              {MONTH.format(new Date(date))}
            </text>
          ))}
          {spans.map((span) => (
            <g key={span.date} className="span">
              <line x1={x(span.date)} x2={x(span.date)} y1={y(span.from)} y2={y(span.to)} />
              <text
                x={x(span.date) + (span.date === dates.at(-1) ? -7 : 7)}
                y={y((span.from + span.to) / 2) + 4}
                textAnchor={span.date === dates.at(-1) ? 'end' : 'start'}
              >
                {span.label}
              </text>
            </g>
          ))}
          {series.map((one, at) => (
            <g key={one.label} className={`series-${lookOf(one, at)}`}>
              {one.band && <polygon className="band" points={areaOf(one.points, x, y)} />}
              {!one.bare && (
                <path
                  className={one.dashed ? 'dashed' : undefined}
                  d={one.points
                    .map(
                      (point, place) =>
                        `${place && !point.apart ? 'L' : 'M'}${x(point.date).toFixed(1)} ${y(point.value).toFixed(1)}`,
                    )
                    .join('')}
                />
              )}
              {(one.band ? [] : one.points).map((point) => (
                <g key={point.date}>
                  {point.low !== undefined && point.high !== undefined && (
                    <path
                      className="interval"
                      d={`M${x(point.date) - 5} ${y(point.low)}h10m-5 0V${y(point.high)}m-5 0h10`}
                    />
                  )}
                  <Mark look={lookOf(one, at)} x={x(point.date)} y={y(point.value)} open={point.open} />
                </g>
              ))}
            </g>
          ))}
          {spans.length === 0 &&
            spaced(series[0]?.points.map((point) => point.date) ?? [], x).map((date) => {
              const point = series[0]?.points.find((one) => one.date === date);
              const value = point?.value ?? 0;
              const beside = point?.low !== undefined;
              return (
                <text
                  key={date}
                  className="value"
                  x={x(date) + (beside ? -8 : 0)}
                  y={y(value) + (beside ? -6 : -11)}
                  textAnchor={beside ? 'end' : 'middle'}
                >
                  {number(value, decimals)}
                </text>
              );
            })}
        </svg>
      </div>
      <figcaption>
        <ul className="legend">
          {series.map((one, at) => (
            <li key={one.label}>
              <svg viewBox="0 0 28 10" aria-hidden="true" className={`series-${lookOf(one, at)}`}>
                {one.band && <rect className="band" width={28} height={10} />}
                {!one.bare && <path className={one.dashed ? 'dashed' : undefined} d="M0 5H28" />}
                {!one.band && <Mark look={lookOf(one, at)} x={14} y={5} />}
              </svg>
              {one.label}
            </li>
          ))}
        </ul>
        {all.some((point) => point.open) && (
          <p className="soft small">A hollow mark is provisional, or does not cover all pupils yet.</p>
        )}
        {series.some((one) => !one.band && one.points.some((point) => point.low !== undefined)) && (
          <p className="soft small">
            A whisker is the 95% confidence interval: the fewer pupils, the longer.
          </p>
        )}
      </figcaption>
    </figure>
  );
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' });

function middle({ from, to }: Blank): string {
  return new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString();
}

/** The corners of what lies between the low and the high values. */
function areaOf(points: Point[], x: (date: string) => number, y: (value: number) => number): string {
  const corner = (date: string, value: number) => `${x(date).toFixed(1)},${y(value).toFixed(1)}`;
  return [
    ...points.map(({ date, value, high = value }) => corner(date, high)),
    ...points.toReversed().map(({ date, value, low = value }) => corner(date, low)),
  ].join(' ');
}

function spoken({ label, points, band }: Series, unit: string, decimals?: number): string {
  const told = (value: number) => `${number(value, decimals)}${unit}`;
  return `${label} ${points
    .map(({ date, value, low = value, high = value }) =>
      band ? `${day(date)} ${told(low)} to ${told(high)}` : `${day(date)} ${told(value)}`,
    )
    .join(', ')}`;
}
