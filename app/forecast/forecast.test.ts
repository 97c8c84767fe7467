import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, businessDay } from '../core/business-day.ts';
import { classifyDemand } from './classify.ts';
import { demandSeries } from './demand-series.ts';
import { methods } from './methods.ts';
import { forecastProduct } from './select.ts';

const monday = businessDay('2019-01-07');
const seriesOfWeeks = (weekly: readonly number[]) =>
  demandSeries(
    weekly.map((quantity, week) => ({ day: addDays(monday, 7 * week + (week === 0 ? 0 : 2)), quantity })),
    addDays(monday, 7 * weekly.length - 1),
  );
const forecastOf = (weekly: readonly number[], horizonDays = 14) =>
  forecastProduct(seriesOfWeeks(weekly), { horizonDays, asOf: addDays(monday, 7 * weekly.length - 1) });
const repeat = (values: readonly number[], times: number) =>
  Array.from({ length: times }, () => values).flat();

test('every method forecasts a week from the weeks before it alone', () => {
  const weekly = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e9 })), {
    minLength: 8,
    maxLength: 60,
  });
  fc.assert(
    fc.property(weekly, (demand) => {
      const ends = demand.map((_, index) => index + 1);
      for (const method of methods) {
        const together = method.fitAt(demand, ends);
        for (const [index, end] of ends.entries()) {
          expect(together[index]).toEqual(method.fitAt(demand.slice(0, end), [end])[0]);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('classes follow interval and variation of weekly demand', () => {
  expect(classifyDemand(seriesOfWeeks(repeat([10, 12], 10)))).toBe('smooth');
  expect(classifyDemand(seriesOfWeeks(repeat([10, 1, 60], 7)))).toBe('erratic');
  expect(classifyDemand(seriesOfWeeks(repeat([10, 0, 0], 7)))).toBe('intermittent');
  expect(classifyDemand(seriesOfWeeks(repeat([1, 0, 0, 90, 0], 6)))).toBe('lumpy');
  expect(classifyDemand(seriesOfWeeks([5, 3, 2]))).toBe('short');
  expect(classifyDemand(seriesOfWeeks([5, 3, ...repeat([0], 27)]))).toBe('dead');
  expect(classifyDemand(seriesOfWeeks([0, 0]))).toBe('none');
});

test('constant demand is forecast as itself, without spread', () => {
  const forecast = forecastOf(repeat([70], 40), 17);
  expect(forecast).toMatchObject({ perWeek: 70, demandClass: 'smooth', weekSigma: 0 });
  // The sum over a broken week depends on which day of the week sells; these series sell all on one day.
  expect(forecast.horizonSigma).toBeLessThanOrEqual(70);
  expect(forecastOf(repeat([70], 40), 14).horizonSigma).toBe(0);
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
  expect(forecast).toMatchObject({ demandClass: 'short', perWeek: 7, scores: [] });
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
      const numbers = [forecast.perWeek, forecast.horizonSigma, forecast.weekSigma, forecast.parameter];
      for (const score of forecast.scores)
        numbers.push(score.rmse, score.wape ?? 0, Math.abs(score.bias ?? 0));
      expect(numbers.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      if (forecast.scores.length > 0 && (forecast.scores[0]?.origins ?? 0) > 0) {
        const chosen = forecast.scores.find((score) => score.method === forecast.method)?.rmse ?? Infinity;
        for (const score of forecast.scores) expect(chosen).toBeLessThanOrEqual(score.rmse * (1 + 1e-6));
      }
    }),
  );
});
