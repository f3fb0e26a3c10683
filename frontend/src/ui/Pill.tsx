import type { ReactNode } from 'react';

export type Tone = 'good' | 'warn' | 'bad' | 'calm';

const SIGNS: Record<Tone, string> = { good: '●', warn: '▲', bad: '■', calm: '○' };

/** A word with a symbol and a colour. */
export function Pill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`pill ${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span>
      {children}
    </span>
  );
}
