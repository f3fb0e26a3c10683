import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { day, number } from './format';

interface Point {
  date: string;
  value: number;
  /** It may still change: drawn hollow. */
  open?: boolean;
}

export interface Series {
  label: string;
  points: Point[];
  dashed?: boolean;
}

const WIDTH = 720;
const NARROWEST = 220;
const HEIGHT = 280;
const LEFT = 48;
const RIGHT = 24;
const TOP = 24;
const BOTTOM = 28;
const LABEL_WIDTH = 52;
/** Room between the axis and the first value, so that their words don't meet. */
const INSET = 18;

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

interface Props {
  title: string;
  series: Series[];
  unit?: string;
  /** How many decimals values have. */
  decimals?: number;
}

/** Values over time, drawn for the width that there is. The same figures are in the table beside or behind it. */
export function LineChart({ title, series, unit = '', decimals }: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
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
      ? (LEFT + width - RIGHT) / 2
      : LEFT + INSET + ((Date.parse(date) - first) / (last - first)) * (width - LEFT - INSET - RIGHT);
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const lines: number[] = [];
  for (let value = low; value <= high + step / 1000; value += step) {
    lines.push(Number(value.toFixed(6)));
  }
  const dates = [...new Set(all.map((point) => point.date))].sort();
  return (
    <figure className="chart stack">
      <div ref={frame}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={id}>
          <title id={id}>
            {title}: {series.map((one) => spoken(one, unit, decimals)).join('; ')}
          </title>
          {lines.map((value) => (
            <g key={value}>
              <line className="axis" x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
              <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
                {number(value)}
                {unit}
              </text>
            </g>
          ))}
          {spaced(dates, x).map((date) => (
            <text key={date} x={x(date)} y={HEIGHT - 8} textAnchor="middle">
              {MONTH.format(new Date(date))}
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
                <Mark key={point.date} series={at} x={x(point.date)} y={y(point.value)} open={point.open} />
              ))}
            </g>
          ))}
          {spaced(series[0]?.points.map((point) => point.date) ?? [], x).map((date) => {
            const value = series[0]?.points.find((point) => point.date === date)?.value ?? 0;
            return (
              <text key={date} className="value" x={x(date)} y={y(value) - 11} textAnchor="middle">
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
              <svg viewBox="0 0 28 10" aria-hidden="true" className={`series-${at + 1}`}>
                <path className={one.dashed ? 'dashed' : undefined} d="M0 5H28" />
                <Mark series={at} x={14} y={5} />
              </svg>
              {one.label}
            </li>
          ))}
        </ul>
        {all.some((point) => point.open) && (
          <p className="soft small">A hollow mark is provisional, or does not cover all pupils yet.</p>
        )}
      </figcaption>
    </figure>
  );
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' });

function spoken({ label, points }: Series, unit: string, decimals?: number): string {
  return `${label} ${points.map((p) => `${day(p.date)} ${number(p.value, decimals)}${unit}`).join(', ')}`;
}

/** Each series has its own shape, so that nobody needs the colours. */
function Mark({ series, x, y, open }: { series: number; x: number; y: number; open?: boolean | undefined }) {
  const look = open ? 'open' : undefined;
  switch (series) {
    case 0:
      return <circle className={look} cx={x} cy={y} r={4} />;
    case 1:
      return <rect className={look} x={x - 3.5} y={y - 3.5} width={7} height={7} />;
    default:
      return (
        <polygon className={look} points={`${x},${y - 4.5} ${x + 4.5},${y + 3.5} ${x - 4.5},${y + 3.5}`} />
      );
  }
}

/** As many dates as have room for their words, the last one always. */
export function spaced(dates: string[], x: (date: string) => number): string[] {
  const kept: string[] = [];
  for (const date of [...dates].sort().reverse()) {
    const next = kept[0];
    if (next === undefined || x(next) - x(date) >= LABEL_WIDTH) {
      kept.unshift(date);
    }
  }
  return kept;
}

function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(WIDTH);
  useEffect(() => {
    if (!frame.current || typeof ResizeObserver === 'undefined') {
      return;
    }
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(NARROWEST, Math.round(entry?.contentRect.width ?? WIDTH))),
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
