import fc from 'fast-check';
import { expect, test } from 'vitest';

import { demandQuantile } from './demand-quantile.ts';
import { coverageFactor, stepVariance, sumSigma, sumVariance } from './spread.ts';

test('quantiles of counted demand: known values of the gamma distribution', () => {
  // Mean 10, standard deviation 10 is exponential: −10 · ln(1 − level).
  expect(demandQuantile(10, 10, 0.95)).toBeCloseTo(29.96, 0);
  expect(demandQuantile(10, 10, 0.5)).toBeCloseTo(6.93, 0);
  // Mean 100, standard deviation 20 is a gamma of shape 25: qgamma(.95, 25, 1/4) = 135.0.
  expect(demandQuantile(100, 20, 0.95)).toBeCloseTo(135, 0);
  expect(demandQuantile(40, 0, 0.99)).toBe(40);
  expect(demandQuantile(0, 0, 0.99)).toBe(0);
});

test('a quantile rises with its level, is never negative, and above the middle never falls while the doubt grows much', () => {
  const size = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(size, size, fc.double({ min: 0.01, max: 0.98, noNaN: true }), (mean, sigma, level) => {
      const [low, high] = [demandQuantile(mean, sigma, level), demandQuantile(mean, sigma, level + 0.01)];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(low - 1e-6 * Math.max(1, low));
      expect(demandQuantile(mean, 1e3 * (sigma + mean), 0.95)).toBeGreaterThanOrEqual(mean);
    }),
  );
});

test('the spread of sums is what they strayed by, at least that of independent steps', () => {
  const values = Float64Array.from([10, 10, 10, 10, 14, 14, 6, 6]);
  expect(sumVariance(values, [4, 6], [Float64Array.from([10, 10]), Float64Array.from([10, 10])])).toBe(64);
  expect(sumVariance(values, [4, 6], [Float64Array.from([10, 10]), Float64Array.from([9, 9])], 0)).toBe(36);
  expect(sumSigma({ step: 9, sum: 64, steps: 2 }, 2, 1)).toBe(8);
  expect(sumSigma({ step: 50, sum: 64, steps: 2 }, 2, 1)).toBe(10);
  expect(sumSigma({ step: 50, sum: NaN, steps: 2 }, 2, 1.5)).toBe(15);
  expect(stepVariance(new Float64Array(30).fill(5))).toBe(0);
});

test('where looks back were covered too rarely the factor grows until they are; few cases move it little', () => {
  const cases = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      mean: 100,
      sigma: 10,
      actual: 100 + (40 * (index % 200)) / 200,
    }));
  const factor = coverageFactor(cases(2000), 0.95);
  const within = cases(2000).filter(
    ({ mean, sigma, actual }) => actual <= demandQuantile(mean, sigma * factor, 0.95),
  );
  expect(within.length / 2000).toBeGreaterThan(0.92);
  expect(factor).toBeGreaterThan(1.8);
  expect(coverageFactor(cases(20), 0.95)).toBeLessThan(1.5);
  expect(coverageFactor([], 0.95)).toBe(1);
});
