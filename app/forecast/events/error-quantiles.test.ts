import { expect, test } from 'vitest';
import { errorQuantiles } from './error-quantiles.ts';

/** 99 errors, −.49 … .49, shifted, for each of `steps` steps. */
function evenly(shift: number, scale: number, steps: number) {
  return Array.from({ length: 99 }, (_, place) => ({
    errors: new Float64Array(steps).fill(shift + (scale * (place - 49)) / 100),
    sigma: scale,
  }));
}

test('quantiles stand off the median in units of sigma, whatever the bias of the past was', () => {
  const quantile = errorQuantiles([...evenly(0.3, 1, 6)], 6);
  expect(quantile(0, 0.5)).toBe(0);
  expect(quantile(5, 0.9)).toBeCloseTo(0.39, 2);
  expect(quantile(5, 0.1)).toBeCloseTo(-0.39, 2);
});

test('a product twice as noisy has the same quantiles in units of its sigma', () => {
  const quantile = errorQuantiles([...evenly(0, 1, 6), ...evenly(0, 2, 6)], 6);
  expect(quantile(3, 0.9)).toBeCloseTo(0.394, 2);
});

test('steps far ahead have their own spread', () => {
  const wide = evenly(0, 1, 6).map(({ errors, sigma }) => ({
    errors: errors.map((error, step) => (step < 4 ? error : 3 * error)),
    sigma,
  }));
  const quantile = errorQuantiles(wide, 6);
  expect(quantile(0, 0.8)).toBeCloseTo(0.295, 2);
  expect(quantile(5, 0.8)).toBeCloseTo(0.885, 2);
});

test('without a past the errors are those of a normal', () => {
  const quantile = errorQuantiles([], 6);
  expect(quantile(0, 0.5)).toBe(0);
  expect(Math.abs(quantile(0, 0.95) - 1.645)).toBeLessThan(0.01);
});
