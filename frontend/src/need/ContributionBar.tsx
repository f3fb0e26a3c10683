import type { Tone } from '../ui/Pill';

const WIDTH = 300;

interface Props {
  contribution: number;
  maximum: number;
  tone: Tone;
}

/** How much of its maximum something contributes, drawn; the figures stand beside it. */
export function ContributionBar({ contribution, maximum, tone }: Props) {
  return (
    <svg
      className="contribution-bar"
      viewBox={`0 0 ${WIDTH} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="whole" width={WIDTH} height={8} />
      <rect className={tone} width={(contribution / maximum) * WIDTH} height={8} />
    </svg>
  );
}
