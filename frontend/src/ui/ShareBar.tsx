const WIDTH = 160;

/** How a whole is shared, drawn; the figures stand beside it. */
export function ShareBar({ shares }: { shares: number[] }) {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (whole === 0 ? 0 : (share / whole) * WIDTH));
  return (
    <svg className="shares" viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
      {widths.map((width, at) => (
        <rect
          key={at}
          className={`share-${at + 1}`}
          x={widths.slice(0, at).reduce((sum, before) => sum + before, 0)}
          y={1}
          width={width}
          height={12}
        />
      ))}
    </svg>
  );
}
