import { expect, test } from 'vitest';
import { businessDay } from '#app/core/business-day.ts';
import { chartPoints } from './chart-points.ts';

test('the curve joins what was sold and what is expected', () => {
  const points = chartPoints(
    {
      history: [
        { week: businessDay('2026-10-26'), quantity: 4 },
        { week: businessDay('2026-11-02'), quantity: 7 },
        { week: businessDay('2026-11-09'), quantity: 5 },
      ],
      forecast: [{ week: businessDay('2026-11-16'), quantity: 5.44, low: 1.6, high: 9.2 }],
    },
    2,
  );
  expect(points).toEqual([
    { week: '2026-11-02', sold: 7, forecast: null, range: null },
    { week: '2026-11-09', sold: 5, forecast: 5, range: [5, 5] },
    { week: '2026-11-16', sold: null, forecast: 5.4, range: [2, 9] },
  ]);
});

test('no history, no joint', () => {
  expect(chartPoints({ history: [], forecast: [] }, 26)).toEqual([]);
});
