import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, businessDay } from '../core/business-day.ts';
import { demandSeries } from './demand-series.ts';
import { forecastProduct } from './forecast-product.ts';

const monday = businessDay('2019-01-07');
const seriesOfWeeks = (weekly: readonly number[]) =>
  demandSeries(
    weekly.map((quantity, week) => ({ day: addDays(monday, 7 * week + (week === 0 ? 0 : 2)), quantity })),
    addDays(monday, 7 * weekly.length - 1),
  );
const forecastOf = (weekly: readonly number[], horizonDays = 14) =>
  forecastProduct(seriesOfWeeks(weekly), { horizonDays, asOf: addDays(monday, 7 * weekly.length - 1) });
const classOf = (weekly: readonly number[]) => forecastOf(weekly).demandClass;
const repeat = (values: readonly number[], times: number) =>
  Array.from({ length: times }, () => values).flat();

test('classes follow interval and variation of weekly demand', () => {
  expect(classOf(repeat([10, 12], 10))).toBe('smooth');
  expect(classOf(repeat([10, 1, 60], 7))).toBe('erratic');
  expect(classOf(repeat([10, 0, 0], 7))).toBe('intermittent');
  expect(classOf(repeat([1, 0, 0, 90, 0], 6))).toBe('lumpy');
  expect(classOf([5, 3, 2])).toBe('new');
  expect(classOf([5, 3, 2, 4, 5])).toBe('short');
  expect(classOf([5, 3, ...repeat([0], 27)])).toBe('dead');
  expect(classOf([0, 0])).toBe('none');
});

test('constant demand is forecast as itself, without spread', () => {
  const forecast = forecastOf(repeat([70], 40), 17);
  expect(forecast).toMatchObject({ perWeek: 70, demandClass: 'smooth' });
  expect(forecast.weekSigma).toBeCloseTo(0, 6);
  expect(forecast.horizonSigma).toBeCloseTo(0, 6);
  expect(forecastOf(repeat([70], 40), 14).horizonSigma).toBeCloseTo(0, 6);
});

test('a level that moved is followed by smoothing, and stable noise is averaged', () => {
  const moved = forecastOf([...repeat([20, 22, 18], 8), ...repeat([60, 63, 58], 8)]);
  expect(moved.perWeek).toBeGreaterThan(52);
  const noise = forecastOf(repeat([20, 28, 12, 24, 16], 10));
  expect(noise.perWeek).toBeGreaterThan(17);
  expect(noise.perWeek).toBeLessThan(23);
});

test('intermittent demand is never forecast as zero while it lives; TSB is tried', () => {
  const forecast = forecastOf(repeat([0, 0, 6, 0], 13), 21);
  expect(forecast.demandClass).toBe('intermittent');
  expect(forecast.scores.map((score) => score.method)).toContain('tsb');
  expect(forecast.perWeek).toBeGreaterThan(0.8);
  expect(forecast.perWeek).toBeLessThan(2.4);
});

test('dead and unsold products are expected to sell nothing', () => {
  expect(forecastOf([5, 3, ...repeat([0], 30)])).toMatchObject({
    method: 'none',
    perWeek: 0,
    horizonSigma: 0,
  });
  expect(forecastOf([0])).toMatchObject({ method: 'none', demandClass: 'none', perWeek: 0 });
});

test('a short history gives its mean, with the spread of orders as they came', () => {
  const forecast = forecastOf([14, 0, 7], 14);
  expect(forecast).toMatchObject({ demandClass: 'new', perWeek: 7, scores: [] });
  expect(forecast.horizonSigma).toBeCloseTo(Math.sqrt(((14 * 14 + 7 * 7) / 21) * 14), 9);
  const oneDay = demandSeries([{ day: monday, quantity: 12 }], monday);
  expect(forecastProduct(oneDay, { horizonDays: 14, asOf: monday }).perWeek).toBe(12);
});

test('days after the as-of day do not count', () => {
  const weekly = repeat([10, 14, 9], 8);
  const grown = seriesOfWeeks([...weekly, ...repeat([500], 6)]);
  const asOf = addDays(monday, 7 * weekly.length - 1);
  expect(forecastProduct(grown, { horizonDays: 14, asOf })).toEqual(forecastOf(weekly, 14));
});

test('whatever the history and the horizon: finite, not negative, no exception', () => {
  const size = fc.oneof(fc.constant(0), fc.integer({ min: -50, max: 200 }), fc.constant(1e9));
  const weekly = fc.oneof(
    fc.array(size, { minLength: 1, maxLength: 120 }),
    fc.tuple(size, fc.integer({ min: 1, max: 60 })).map(([value, times]) => repeat([value], times)),
  );
  fc.assert(
    fc.property(weekly, fc.integer({ min: 0, max: 800 }), (demand, horizonDays) => {
      const forecast = forecastOf(demand, horizonDays);
      const numbers = [forecast.perWeek, forecast.horizonSigma, forecast.weekSigma, ...forecast.weeks];
      for (const score of forecast.scores) numbers.push(score.wape ?? 0, Math.abs(score.bias ?? 0));
      expect(numbers.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }),
  );
});
