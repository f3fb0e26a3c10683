import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { axis, spaced } from './axis';
import { LineChart } from './LineChart';

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

  it('draws no line across what is missing', () => {
    const { container } = render(
      <LineChart
        title="Progress"
        blanks={[{ from: '2024-02-01', to: '2025-01-31' }]}
        series={[
          {
            label: 'School',
            points: [
              { date: '2022-07-31', value: 1 },
              { date: '2023-07-31', value: 2 },
              { date: '2025-07-31', value: 3, apart: true },
            ],
          },
        ]}
      />,
    );
    const line = container.querySelector('.series-1 > path')?.getAttribute('d') ?? '';
    expect(line.replace(/[\d. ]/g, '')).toBe('MLM');
    expect(screen.getByText('no value')).toBeTruthy();
  });

  it('draws the interval that a value lies in, inside its axis', () => {
    const { container } = render(
      <LineChart
        title="Reading"
        series={[{ label: 'School', points: [{ date: '2026-07-07', value: 60, low: 20, high: 90 }] }]}
      />,
    );
    expect(container.querySelectorAll('.interval')).toHaveLength(1);
    expect(screen.getByText('20')).toBeTruthy();
    expect(screen.getByText(/95% confidence interval/)).toBeTruthy();
  });

  it('draws a band between the low and the high values, and says its ends', () => {
    const { container } = render(
      <LineChart
        title="Reading"
        unit="%"
        series={[
          { label: 'School', points: [{ date: '2026-07-07', value: 60 }] },
          {
            label: 'Forecast',
            band: true,
            points: [
              { date: '2026-07-07', value: 60, low: 58, high: 62 },
              { date: '2027-07-07', value: 64, low: 50, high: 78 },
            ],
          },
        ]}
      />,
    );
    expect(container.querySelector('g .band')?.getAttribute('points')?.split(' ')).toHaveLength(4);
    expect(container.querySelectorAll('.interval')).toHaveLength(0);
    expect(container.textContent).not.toContain('95% confidence interval');
    expect(
      screen.getByRole('img', { name: /Forecast 7 Jul 2026 58% to 62%, 7 Jul 2027 50% to 78%/ }),
    ).toBeTruthy();
  });

  it('shows nothing without values', () => {
    const { container } = render(<LineChart title="Reading" series={[]} />);
    expect(container.firstChild).toBeNull();
  });
});
