import type { PooledMethod } from '../path-method.ts';
import { decompose, isSeasonal, withSeason, withoutSeason } from '../smoothing/decompose.ts';
import type { Seasonality } from '../smoothing/decompose.ts';
import { fillMissing } from '../smoothing/fill-missing.ts';
import { minimise } from '../smoothing/nelder-mead.ts';

interface ThetaParameters {
  readonly alpha: number;
  readonly theta: number;
  readonly level: number;
}

/**
 * The dynamic Theta model with all parameters searched (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, “Models for
 * optimising the theta method and their relationship to state space models”, International Journal of Forecasting 32 (2016)
 * 1151–1161): exponential smoothing plus a line that follows the data, the line's weight being 1 − 1/θ.
 */
export const dynamicTheta: PooledMethod = {
  name: 'dynamicTheta',
  family: 'theta',
  forecastAt: (values, ends, task) =>
    ends.map((end) => forecast(values, end, task.season, task.horizon, null)),
};

/** The classic Theta method: θ = 2 (Assimakopoulos & Nikolopoulos, IJF 16 (2000) 521–530), as the dynamic model's special case. */
export const theta: PooledMethod = {
  name: 'theta',
  family: 'theta',
  forecastAt: (values, ends, task) => ends.map((end) => forecast(values, end, task.season, task.horizon, 2)),
};

/** Theta on the values as they are, where the season is too faint to take out. */
export const plainTheta: PooledMethod = {
  name: 'plainTheta',
  family: 'theta',
  forecastAt: (values, ends, task) => ends.map((end) => forecast(values, end, 1, task.horizon, 2)),
};

function forecast(
  values: Float64Array,
  end: number,
  season: number,
  horizon: number,
  fixed: number | null,
): Float64Array {
  const filled = fillMissing(values, end, season);
  const seasonality = seasonOf(filled, season);
  const plain = seasonality
    ? filled.map((value, position) => withoutSeason(value, seasonality, position))
    : filled;
  const path = plainPath(plain, horizon, fixed);
  return path.map((value, step) => {
    const back = seasonality ? withSeason(value, seasonality, end + step) : value;
    return Number.isFinite(back) ? Math.max(0, back) : 0;
  });
}

function seasonOf(filled: Float64Array, season: number): Seasonality | null {
  if (!isSeasonal(filled, season)) return null;
  return decompose(filled, season, !filled.some((value) => value <= 0));
}

function plainPath(plain: Float64Array, horizon: number, fixed: number | null): Float64Array {
  if (plain.length < 3) return new Float64Array(horizon).fill(plain[plain.length - 1] ?? 0);
  const scale = Math.max(...plain.map(Math.abs)) || 1;
  const first = (plain[0] ?? 0) / scale;
  const scaled = plain.map((value) => value / scale);
  const read = (point: Float64Array): ThetaParameters => ({
    alpha: 0.01 + 0.98 * (point[0] ?? 0),
    level: first * 2 * (point[1] ?? 0),
    theta: fixed ?? 1 + 9 * (point[2] ?? 0),
  });
  const start = fixed === null ? [0.5, 0.5, 0.11] : [0.5, 0.5];
  const best = minimise((point) => run(scaled, read(point), 0).squares, Float64Array.from(start), {
    step: 0.2,
    evaluations: 60 * start.length,
    tolerance: 1e-6,
  });
  return run(scaled, read(best), horizon).path.map((value) => value * scale);
}

/** One pass over the data, and on over the horizon with each expectation taken for the value. */
function run(
  values: Float64Array,
  { alpha, theta: weight, level: start }: ThetaParameters,
  horizon: number,
): { squares: number; path: Float64Array } {
  const path = new Float64Array(horizon);
  const share = 1 - 1 / weight;
  let [level, mean, slope, base] = [start, 0, 0, 0];
  let [squares, fading] = [0, 1];
  for (let step = 1; step <= values.length + horizon; step += 1) {
    const expected = step === 1 ? start : level + share * (fading * base + ((1 - fading) / alpha) * slope);
    const value = step <= values.length ? (values[step - 1] as number) : expected;
    if (step > values.length) path[step - values.length - 1] = expected;
    else if (step > 1) squares += (value - expected) ** 2;
    fading *= step === 1 ? 1 : 1 - alpha;
    if (step === 1) fading = 1 - alpha;
    level = alpha * value + (1 - alpha) * level;
    const before = mean;
    mean = ((step - 1) * mean + value) / step;
    slope = step === 1 ? 0 : ((step - 2) * slope + (6 * (value - before)) / step) / (step + 1);
    base = mean - ((step + 1) / 2) * slope;
  }
  return { squares, path };
}
