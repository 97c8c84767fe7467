import { normalQuantile } from '../quantiles/normal-quantile.ts';

/** Errors of one past forecast: log(demand) − log(forecast) of each step ahead, NaN where there was none, and the fit's sigma. */
export interface PastErrors {
  readonly errors: Float64Array;
  readonly sigma: number;
}

/** Steps that share one spread: enough errors in each, and further ahead is less certain. */
const blocks = 3;

/** Fewer errors than this in a block tell no quantile: all blocks together then have to. */
const enoughErrors = 30;

/**
 * What quantiles of demand stand off the forecast by, in logarithms and in units of a fit's sigma, from rolling-origin errors of
 * many products: for a step ahead and a level (0 … 1). Errors are taken about their median, because the mean of few origins is
 * luck that will not come again. With no errors at all, those of a normal of the fit.
 */
export function errorQuantiles(past: readonly PastErrors[], horizon: number) {
  const byBlock = Array.from({ length: blocks }, (): number[] => []);
  for (const { errors, sigma } of past) {
    for (const [step, error] of errors.entries()) {
      if (Number.isFinite(error) && sigma > 0) byBlock[blockOf(step, horizon)]?.push(error / sigma);
    }
  }
  const all = byBlock.flat().toSorted((a, b) => a - b);
  const sorted = byBlock.map((errors) =>
    errors.length < enoughErrors ? all : errors.toSorted((a, b) => a - b),
  );
  return (step: number, level: number): number => {
    const errors = sorted[blockOf(step, horizon)] ?? all;
    if (errors.length === 0) return normalQuantile(level);
    return quantileOf(errors, level) - quantileOf(errors, 0.5);
  };
}

function blockOf(step: number, horizon: number): number {
  return Math.min(blocks - 1, Math.floor((blocks * step) / horizon));
}

/** Linear between order statistics (Hyndman & Fan, “Sample quantiles in statistical packages”, 1996, type 7). */
function quantileOf(sorted: readonly number[], level: number): number {
  const place = level * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}
