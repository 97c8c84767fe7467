import { expect, test } from 'vitest';
import { businessDay } from '#app/core/business-day.ts';
import { chartWeeks } from './chart-weeks.ts';

const week = (day: string) => businessDay(day);

test('stock stays where nothing moved, and weeks without sales are weeks', () => {
  const weeks = chartWeeks({
    sold: [{ week: week('2027-01-11'), quantity: 2 }],
    levels: {
      before: 10,
      weeks: [
        { week: week('2026-12-28'), level: 6 },
        { week: week('2027-01-11'), level: 4 },
      ],
    },
  });
  expect(weeks).toEqual([
    { week: '2026-12-28', level: 6, sold: 0 },
    { week: '2027-01-04', level: 6, sold: 0 },
    { week: '2027-01-11', level: 4, sold: 2 },
  ]);
});

test('sales before the first movement stand at what was there', () => {
  const weeks = chartWeeks({
    sold: [{ week: week('2026-12-21'), quantity: 3 }],
    levels: { before: 5, weeks: [{ week: week('2026-12-28'), level: 9 }] },
  });
  expect(weeks.map(({ level }) => level)).toEqual([5, 9]);
  expect(chartWeeks({ sold: [], levels: { before: 0, weeks: [] } })).toEqual([]);
});
