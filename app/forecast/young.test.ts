import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { forecastProducts } from './forecast-products.ts';
import type { ProductHistory } from './product-history.ts';
import { alikeDays, alikeLevel } from './young.ts';

const firstDay = businessDay('2026-01-01');
const days = (count: number, each: number): number[] => Array.from({ length: count }, () => each);

test('a look-alike counts with its first eight weeks, times the factor, without the days that are unknown', () => {
  expect(alikeDays([...days(56, 10), ...days(100, 99)], 80)).toEqual(days(56, 8));
  expect(alikeDays(days(14, 10), 100)).toEqual(days(14, 10));
  expect(alikeDays([], 100)).toBeUndefined();
  expect(alikeDays(days(30, 0), 100)).toBeUndefined();
  const gaps = alikeDays([...days(28, NaN), ...days(28, 5)], 100) ?? [];
  expect(alikeLevel([], gaps).perWeek).toBe(35);
});

test('own weeks weigh more the more there are of them', () => {
  const alike = days(56, 10);
  expect(alikeLevel([], alike)).toEqual({ perWeek: 70, variance: 100 });
  expect(alikeLevel(days(14, 2), alike).perWeek).toBeCloseTo((14 * 2 + 70 * 2) / 4);
  expect(alikeLevel(days(42, 2), alike).perWeek).toBeCloseTo((14 * 6 + 70 * 2) / 8);
});

test('young products go by their look-alike, products with a history of their own do not', () => {
  const known = days(400, 4);
  const alike = days(56, 10);
  const of = (daily: number[], more: Partial<ProductHistory> = {}): ProductHistory => {
    return { group: 'g', firstDay, daily, horizonDays: 21, promotions: [], ...more };
  };
  const knownUntil = businessDay('2027-02-04');
  const [never, alikeNever, young, alikeYoung, grown, alikeGrown] = forecastProducts(
    [of([]), of([], { alike }), of(days(21, 4)), of(days(21, 4), { alike }), of(known), of(known, { alike })],
    { firstDay, knownUntil, asOf: knownUntil, calendar: null },
  );
  expect(never).toMatchObject({ method: 'none', perWeek: 0 });
  expect(alikeNever).toMatchObject({ method: 'mean', perWeek: 70, demandClass: 'none' });
  expect(alikeNever?.horizonSigma).toBeCloseTo(Math.sqrt(100 * 21));
  expect(young?.perWeek).toBeCloseTo(28);
  expect(alikeYoung?.perWeek).toBeCloseTo((28 * 3 + 70 * 2) / 5);
  expect(alikeGrown).toEqual(grown);
});
