import { useRef } from 'react';
import type { SupportLink } from '../api/types.gen';
import { daysOf } from '../ui/format';
import { useScrolls } from '../ui/useScrolls';

const WIDTH = 720;
const ROW = 30;
const SIDE = 250;
const LONGEST = 34;
const THINNEST = 2;
const THICKEST = 14;

function short(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

/** Who supports whom: supporters on the left, those who are supported on the right, the wider the more days. */
export function SupportPicture({ links }: { links: SupportLink[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(frame);
  const left = [...new Set(links.map(({ from }) => from))];
  const right = [...new Set(links.map(({ to }) => to))];
  const most = Math.max(...links.map(({ agreed }) => agreed), 1);
  const height = Math.max(left.length, right.length) * ROW + ROW / 2;
  const at = (side: string[], name: string) => side.indexOf(name) * ROW + ROW / 2;
  return (
    <div
      ref={frame}
      className="picture"
      {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': 'Who supports whom, drawn' } : {})}
    >
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${left.length} give support, ${right.length} get it. The table below has the same in words.`}
      >
        {links.map((link) => {
          const y1 = at(left, link.from);
          const y2 = at(right, link.to);
          const middle = WIDTH / 2;
          return (
            <path
              key={`${link.from} ${link.to}`}
              className={link.external ? 'flow external' : 'flow'}
              d={`M ${SIDE} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${WIDTH - SIDE} ${y2}`}
              strokeWidth={THINNEST + (link.agreed / most) * (THICKEST - THINNEST)}
            >
              <title>{`${link.from} for ${link.to}: ${daysOf(link.agreed)}`}</title>
            </path>
          );
        })}
        {left.map((name) => (
          <text key={name} x={SIDE - 8} y={at(left, name) + 5} textAnchor="end">
            {short(name)}
          </text>
        ))}
        {right.map((name) => (
          <text key={name} x={WIDTH - SIDE + 8} y={at(right, name) + 5}>
            {short(name)}
          </text>
        ))}
      </svg>
    </div>
  );
}
