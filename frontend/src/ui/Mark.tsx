interface Props {
  /** Which series it belongs to, from 1. */
  look: number;
  x: number;
  y: number;
  /** It may still change: drawn hollow. */
  open?: boolean | undefined;
}

/** Each series has its own shape, so that nobody needs the colours. */
export function Mark({ look, x, y, open }: Props) {
  const className = open ? 'open' : undefined;
  const shape = (...corners: [number, number][]) => (
    <polygon className={className} points={corners.map(([dx, dy]) => `${x + dx},${y + dy}`).join(' ')} />
  );
  switch (look) {
    case 1:
      return <circle className={className} cx={x} cy={y} r={4} />;
    case 2:
      return <rect className={className} x={x - 3.5} y={y - 3.5} width={7} height={7} />;
    case 3:
      return shape([0, -4.5], [4.5, 3.5], [-4.5, 3.5]);
    case 4:
      return shape([0, -5], [5, 0], [0, 5], [-5, 0]);
    case 5:
      return shape([0, 4.5], [4.5, -3.5], [-4.5, -3.5]);
    case 6:
      return <path className="cross" d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} />;
    default:
      return <path className="cross" d={`M${x - 5} ${y}h10m-5 -5v10`} />;
  }
}
