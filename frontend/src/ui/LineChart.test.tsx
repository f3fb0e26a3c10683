import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { axis, LineChart, spaced } from './LineChart';

describe('the axis', () => {
  it('holds all values at round steps', () => {
    expect(axis([61, 64])).toEqual({ low: 60, high: 65, step: 1 });
    const wide = axis([-3.2, 4.7]);
    expect(wide.low).toBeLessThanOrEqual(-3.2);
    expect(wide.high).toBeGreaterThanOrEqual(4.7);
  });

  it('does not collapse on a single value', () => {
    const { low, high } = axis([60]);
    expect(high).toBeGreaterThan(low);
  });
});

describe('the dates under a chart', () => {
  it('have room for their words, and the last one is there', () => {
    const places: Record<string, number> = {
      '2024-07-31': 0,
      '2025-07-07': 90,
      '2025-07-31': 100,
      '2026-07-31': 200,
    };
    expect(spaced(Object.keys(places), (date) => places[date] ?? 0)).toEqual([
      '2024-07-31',
      '2025-07-31',
      '2026-07-31',
    ]);
  });
});

describe('the chart', () => {
  it('says its figures to a screen reader', () => {
    render(
      <LineChart
        title="Reading"
        unit="%"
        series={[{ label: 'School', points: [{ date: '2026-07-07', value: 75 }] }]}
      />,
    );
    expect(screen.getByRole('img', { name: /Reading: School 7 Jul 2026 75%/ })).toBeTruthy();
  });

  it('shows nothing without values', () => {
    const { container } = render(<LineChart title="Reading" series={[]} />);
    expect(container.firstChild).toBeNull();
  });
});
