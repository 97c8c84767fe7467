import { expect, test } from 'vitest';
import { businessDay } from '#app/core/business-day.ts';
import { filledWeeks } from './filled-weeks.ts';

test('weeks without sales stand between those with', () => {
  const weeks = [
    { week: businessDay('2026-12-21'), quantity: 4 },
    { week: businessDay('2027-01-11'), quantity: 2 },
  ];
  expect(filledWeeks(weeks)).toEqual([
    { week: '2026-12-21', value: 4 },
    { week: '2026-12-28', value: 0 },
    { week: '2027-01-04', value: 0 },
    { week: '2027-01-11', value: 2 },
  ]);
  expect(filledWeeks([])).toEqual([]);
});
