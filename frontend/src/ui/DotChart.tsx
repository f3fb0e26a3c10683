import { useId, useRef } from 'react';
import { axis, ticks, useWidth } from './axis';
import { number } from './format';
import { Mark } from './Mark';

interface Dot {
  label: string;
  value?: number;
  /** What stands in place of a value. */
  display: string;
  low?: number;
  high?: number;
  open?: boolean;
}

/** A value that all are held against. */
interface Line {
  label: string;
  value: number;
  look: number;
}

interface Props {
  title: string;
  dots: Dot[];
  lines: Line[];
  unit?: string;
  decimals?: number | undefined;
}

const NARROW = 560;
const NAMES = 260;
const RIGHT = 24;
const TOP = 8;
const BOTTOM = 26;

/** A few values side by side, each with its interval, and what they are held against. The table has the same figures. */
export function DotChart({ title, dots, lines, unit = '', decimals }: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const narrow = width < NARROW;
  const left = narrow ? 16 : NAMES;
  const step = narrow ? 38 : 26;
  const height = TOP + dots.length * step + BOTTOM;
  const values = [
    ...dots.flatMap(({ value, low = value, high = value }) => [value, low, high]),
    ...lines.map(({ value }) => value),
  ].filter((value) => value !== undefined);
  if (values.length === 0) {
    return null;
  }
  const scale = axis(values);
  const x = (value: number) =>
    left + ((value - scale.low) / (scale.high - scale.low)) * (width - left - RIGHT);
  const y = (at: number) => TOP + at * step + (narrow ? 28 : step / 2);
  return (
    <figure className="chart stack">
      <div ref={frame}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
          <title id={id}>
            {title}: {[...lines, ...dots].map((one) => spoken(one, unit, decimals)).join(', ')}
          </title>
          {ticks(scale).map((value) => (
            <g key={value}>
              <line className="axis" x1={x(value)} x2={x(value)} y1={TOP} y2={height - BOTTOM} />
              <text x={x(value)} y={height - 8} textAnchor="middle">
                {number(value)}
                {unit}
              </text>
            </g>
          ))}
          {lines.map(({ label, value, look }) => (
            <g key={label} className={`series-${look}`}>
              <path className="dashed" d={`M${x(value)} ${TOP}V${height - BOTTOM}`} />
              <Mark look={look} x={x(value)} y={TOP} />
            </g>
          ))}
          {dots.map(({ label, value, display, low, high, open }, at) => (
            <g key={label}>
              <text
                className="name"
                x={narrow ? 0 : left - 14}
                y={narrow ? y(at) - 12 : y(at) + 4}
                textAnchor={narrow ? 'start' : 'end'}
              >
                {label}
              </text>
              {value === undefined ? (
                <text x={left} y={y(at) + 4}>
                  {display}
                </text>
              ) : (
                <g className="series-1">
                  {low !== undefined && high !== undefined && (
                    <path className="interval" d={`M${x(low)} ${y(at) - 4}v8m0 -4H${x(high)}m0 -4v8`} />
                  )}
                  <Mark look={1} x={x(value)} y={y(at)} open={open} />
                </g>
              )}
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        <ul className="legend">
          {lines.map(({ label, value, look }) => (
            <li key={label}>
              <svg viewBox="0 0 28 10" aria-hidden="true" className={`series-${look}`}>
                <path className="dashed" d="M0 5H28" />
                <Mark look={look} x={14} y={5} />
              </svg>
              {label}, {number(value, decimals)}
              {unit}
            </li>
          ))}
        </ul>
        {dots.some(({ open }) => open) && (
          <p className="soft small">A hollow mark is provisional, or does not cover all pupils yet.</p>
        )}
        {dots.some(({ low }) => low !== undefined) && (
          <p className="soft small">
            A whisker is the 95% confidence interval: the fewer pupils, the longer.
          </p>
        )}
      </figcaption>
    </figure>
  );
}

function spoken(one: Dot | Line, unit: string, decimals?: number): string {
  return one.value === undefined
    ? `${one.label} ${'display' in one ? one.display : ''}`
    : `${one.label} ${number(one.value, decimals)}${unit}`;
}
