import { type RefObject, useEffect, useState } from 'react';

const WIDTH = 720;
const NARROWEST = 220;
const LABEL_WIDTH = 52;

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

/** The values at which an axis has its lines. */
export function ticks({ low, high, step }: ReturnType<typeof axis>): number[] {
  const values: number[] = [];
  for (let value = low; value <= high + step / 1000; value += step) {
    values.push(Number(value.toFixed(6)));
  }
  return values;
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

/** The width that there is for a drawing. */
export function useWidth(frame: RefObject<HTMLElement | null>): number {
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
