import { demandQuantile } from './demand-quantile.ts';

/** How far demand strays from what was expected, in units and squared units. */
export interface Spread {
  /** Variance of one step's error. */
  readonly step: number;
  /** Variance of the error of a sum over {@link steps}. */
  readonly sum: number;
  readonly steps: number;
}

const smoothing = 0.2;
const recentSteps = 52;
/** Fewer cases than this draw the factor towards 1: luck must not make a safety stock small. */
const steadyCases = 60;

/** Variance of the errors of one step ahead of a smoothed level, over the newest year; unknown values are left out. */
export function stepVariance(values: Float64Array): number {
  let [level, seen, squares, count] = [0, 0, 0, 0];
  const from = Math.max(0, values.length - recentSteps);
  for (let step = 0; step < values.length; step += 1) {
    const value = values[step] as number;
    if (value !== value) continue;
    if (seen > 0 && step >= from) {
      squares += (value - level) ** 2;
      count += 1;
    }
    seen += 1;
    level += Math.max(smoothing, 1 / seen) * (value - level);
  }
  // Of one value alone nothing is known: as for counts, its variance is its mean.
  // A variance of few values is itself unsure: Student's quantile in place of the normal one is about 1 + (z² + 1) / 4n wider (Fisher
  // & Cornish 1960), and the level has an error of its own: together 1 + 3 / n on the variance near the levels that stock is held at.
  return count === 0 ? Math.max(0, level) : (squares / count) * (1 + 3 / count);
}

/** Mean squared error of the sums that looks back expected, but for one look; NaN where no whole sum is known. */
export function sumVariance(
  values: Float64Array,
  ends: readonly number[],
  back: readonly Float64Array[],
  without = -1,
): number {
  let [squares, count] = [0, 0];
  for (const [look, path] of back.entries()) {
    const error = sumError(values, ends[look] ?? 0, path);
    if (look === without || Number.isNaN(error)) continue;
    squares += error * error;
    count += 1;
  }
  return count === 0 ? NaN : squares / count;
}

function sumError(values: Float64Array, end: number, path: Float64Array): number {
  let error = 0;
  for (let step = 0; step < path.length; step += 1) error += (path[step] ?? 0) - (values[end + step] ?? NaN);
  return error;
}

/**
 * Standard deviation of the error of a sum over `steps` (fractions allowed): the larger of independent steps and what sums really
 * strayed by, since errors of a level that moved add up (Syntetos & Boylan, “On the stock control performance of intermittent demand
 * estimators”, IJPE 103 (2006) 36–47).
 */
export function sumSigma(spread: Spread, steps: number, factor: number): number {
  const apart = spread.step * steps;
  const together = Number.isNaN(spread.sum) ? 0 : (spread.sum * steps) / spread.steps;
  return factor * Math.sqrt(Math.max(apart, together));
}

/** One sum that was expected, and what came. */
export interface SumCase {
  readonly mean: number;
  readonly sigma: number;
  readonly actual: number;
}

/**
 * The factor on all standard deviations with which the share of sums at or below their quantile would have been `level`; 1 without
 * cases, drawn to 1 while they are few. Between 1 and 3: luck
 * in the looks back, from which the method was chosen, too, must not make a safety stock small.
 */
export function coverageFactor(cases: readonly SumCase[], level: number): number {
  if (cases.length === 0) return 1;
  let [low, high] = [1, 3];
  for (let round = 0; round < 20; round += 1) {
    const factor = (low + high) / 2;
    const within = cases.reduce(
      (count, { mean, sigma, actual }) =>
        count + (actual <= demandQuantile(mean, sigma * factor, level) ? 1 : 0),
      0,
    );
    if (within / cases.length < level) low = factor;
    else high = factor;
  }
  const weight = cases.length / (cases.length + steadyCases);
  return weight * ((low + high) / 2) + 1 - weight;
}
