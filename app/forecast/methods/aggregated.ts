import type { PooledMethod } from '../path-method.ts';
import { levelMethod } from './level-method.ts';
import type { Levels } from './level-method.ts';
import { smoothedLevels } from './ses.ts';

const smoothings = [0.05, 0.1, 0.2, 0.3];

/**
 * ADIDA (Nikolopoulos, Syntetos, Boylan, Petropoulos & Assimakopoulos, “An aggregate–disaggregate intermittent demand approach
 * (ADIDA) to forecasting”, JORS 62 (2011) 544–554): buckets as long as the mean interval between demands, smoothed, and spread
 * evenly over their steps.
 */
export const adida: PooledMethod = atEachEnd('adida', (values) => [meanInterval(values)]);

/**
 * IMAPA (Petropoulos & Kourentzes, “Forecast combinations for intermittent demand”, JORS 66 (2015) 914–924): the mean of such
 * forecasts for buckets of 1, 2, … up to the mean interval between demands.
 */
export const imapa: PooledMethod = atEachEnd('imapa', (values) =>
  Array.from({ length: meanInterval(values) }, (_, index) => index + 1),
);

/** Every end sees its own interval, from the values before it alone. */
function atEachEnd(name: string, bucketsOf: (values: Float64Array) => readonly number[]): PooledMethod {
  return {
    name,
    family: 'aggregated',
    forecastAt: (values, ends, { horizon }) =>
      ends.map((end) => {
        const known = values.slice(0, end).filter((value) => !Number.isNaN(value));
        const buckets = bucketsOf(known).filter((bucket) => 2 * bucket <= known.length);
        const used = buckets.length === 0 ? [1] : buckets;
        const level = used.reduce((sum, bucket) => sum + bucketLevel(known, bucket), 0) / used.length;
        return new Float64Array(horizon).fill(Number.isFinite(level) ? Math.max(0, level) : 0);
      }),
  };
}

/** The smoothed sum of a bucket over its steps; the newest bucket ends with the newest value. */
function bucketLevel(known: Float64Array, bucket: number): number {
  const count = Math.floor(known.length / bucket);
  const sums = new Float64Array(count);
  const skip = known.length - count * bucket;
  for (let index = 0; index < count * bucket; index += 1) {
    const at = Math.floor(index / bucket);
    sums[at] = (sums[at] ?? 0) + (known[skip + index] ?? 0);
  }
  const path = inner.forecastAt(sums, [count], { season: 1, horizon: 1 })[0];
  return (path?.[0] ?? 0) / bucket;
}

const inner = levelMethod('buckets', 'aggregated', (values): readonly Levels[] =>
  smoothings.map((smoothing) => smoothedLevels(values, smoothing)),
);

function meanInterval(known: Float64Array): number {
  const demands = known.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  return Math.max(1, Math.min(12, Math.round(known.length / Math.max(1, demands))));
}
