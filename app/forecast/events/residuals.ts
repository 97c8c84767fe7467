import type { Design } from './design.ts';
import { isFitted, rowTimes } from './gram.ts';
import type { EventSettings } from './settings.ts';

/** Residuals further out than this many robust standard deviations are pulled in before the second fit. */
const outlier = 3.5;

/** Smallest standard deviation of the noise, so that data without noise (constant demand) keep a penalty. */
export const smallestSigma = 0.01;

/** The fitted days in figures. */
export interface FittedDays {
  readonly days: number;
  readonly zeros: number;
  readonly mean: number;
  readonly largest: number;
}

export function fittedDays(design: Design, values: Float64Array, end: number): FittedDays {
  let days = 0;
  let zeros = 0;
  let sum = 0;
  let largest = 0;
  for (let day = 0; day < end; day += 1) {
    if (!isFitted(design, values, day)) continue;
    days += 1;
    sum += Math.max(0, values[day] as number);
    largest = Math.max(largest, values[day] as number);
    if ((values[day] as number) <= 0) zeros += 1;
  }
  return { days, zeros, mean: sum / Math.max(1, days), largest };
}

/** Mean demand of a day below which, and share of zeros above which, demand is fitted as counts. */
const smallDemand = 20;
const manyZeros = 0.05;

/** Logarithms suit demand that is well away from zero; few pieces a day, or days without any, are counts. */
export function isCounted({ days, zeros, mean }: FittedDays): boolean {
  return mean < smallDemand || zeros > manyZeros * days;
}

/** log(demand + shift) of the fitted days, NaN for the others. With some zeros, the shift softens their fall. */
export function logarithms(design: Design, values: Float64Array, end: number, { zeros, mean }: FittedDays) {
  const logs = new Float64Array(end).fill(Number.NaN);
  const shift = zeros === 0 ? 1 : Math.max(1, 0.1 * mean);
  for (let day = 0; day < end; day += 1) {
    if (isFitted(design, values, day)) logs[day] = Math.log(Math.max(0, values[day] as number) + shift);
  }
  return { logs, shift };
}

/** Standard deviation of the known logarithms. */
export function deviation(logs: Float64Array): number {
  const known = logs.filter((log) => !Number.isNaN(log));
  if (known.length === 0) return 0;
  const mean = known.reduce((sum, log) => sum + log, 0) / known.length;
  return Math.sqrt(known.reduce((sum, log) => sum + (log - mean) ** 2, 0) / known.length);
}

/** Residuals held within the limit, and the standard deviation that is left. */
export function tameOutliers(design: Design, logs: Float64Array, coefficients: Float64Array) {
  const residuals = logs.map((log, day) => log - rowTimes(design, day, coefficients));
  const sizes = residuals.filter((residual) => !Number.isNaN(residual)).map(Math.abs);
  sizes.sort();
  const robust = 1.4826 * (sizes[sizes.length >> 1] ?? 0);
  const limit = robust > 0 ? outlier * robust : Infinity;
  let squares = 0;
  const tamed = logs.map((log, day) => {
    const residual = residuals[day] as number;
    if (Number.isNaN(residual)) return Number.NaN;
    const held = Math.min(limit, Math.max(-limit, residual));
    squares += held ** 2;
    return log - residual + held;
  });
  return { tamed, sigma: Math.max(smallestSigma, Math.sqrt(squares / Math.max(1, sizes.length))) };
}

/** Mean residual of recent days, shrunk by what the level half-life allows and `levelShare`. */
export function recentLevel(
  design: Design,
  logs: Float64Array,
  coefficients: Float64Array,
  settings: EventSettings,
): number {
  let sum = 0;
  let weights = 0;
  for (const [day, log] of logs.entries()) {
    if (Number.isNaN(log)) continue;
    const weight = 2 ** ((day - logs.length) / settings.levelHalfLife);
    sum += weight * (log - rowTimes(design, day, coefficients));
    weights += weight;
  }
  return (settings.levelShare * sum) / (weights + 5);
}

/** What recent days of counts sold against the fit that is right over all days, as a logarithm, shrunk like {@link recentLevel}. */
export function recentCounts(
  design: Design,
  values: Float64Array,
  end: number,
  coefficients: Float64Array,
  smeared: number,
  settings: EventSettings,
): number {
  let real = 0;
  let fitted = 0;
  let weights = 0;
  for (let day = 0; day < end; day += 1) {
    if (!isFitted(design, values, day)) continue;
    const weight = 2 ** ((day - end) / settings.levelHalfLife);
    real += weight * Math.max(0, values[day] as number);
    fitted += weight * smeared * Math.exp(Math.min(50, rowTimes(design, day, coefficients)));
    weights += weight;
  }
  // Five days, and at least five pieces, of going on as before.
  const before = Math.max(5, weights === 0 ? 0 : (5 * fitted) / weights);
  return settings.levelShare * Math.log((real + before) / (fitted + before));
}

/** Σ demand / Σ retransformed fit, within ½ … 3. */
export function smearing(
  design: Design,
  values: Float64Array,
  end: number,
  coefficients: Float64Array,
  shift: number,
): number {
  let real = 0;
  let fitted = 0;
  for (let day = 0; day < end; day += 1) {
    if (!isFitted(design, values, day)) continue;
    real += Math.max(0, values[day] as number);
    fitted += Math.max(0, Math.exp(rowTimes(design, day, coefficients)) - shift);
  }
  return fitted > 0 ? Math.min(3, Math.max(0.5, real / fitted)) : 1;
}
