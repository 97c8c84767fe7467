export interface Seasonality {
  readonly multiplicative: boolean;
  /** One index a step of the season, from the first value on; mean 1 (multiplicative) or 0. */
  readonly indices: Float64Array;
}

/**
 * Classical decomposition by centred moving averages (Makridakis, Wheelwright & Hyndman, “Forecasting: Methods and
 * Applications”, 3rd ed., 3/4). Needs two whole seasons without unknown values; null where there are fewer.
 */
export function decompose(values: Float64Array, season: number, multiplicative: boolean): Seasonality | null {
  if (season < 2 || values.length < 2 * season) return null;
  const trend = centredAverage(values, season);
  const sums = new Float64Array(season);
  const counts = new Float64Array(season);
  for (let index = 0; index < values.length; index += 1) {
    const [value, level] = [values[index] ?? 0, trend[index] ?? NaN];
    if (Number.isNaN(level) || (multiplicative && level <= 0)) continue;
    const step = index % season;
    sums[step] = (sums[step] ?? 0) + (multiplicative ? value / level : value - level);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  if (counts.some((count) => count === 0)) return null;
  const indices = sums.map((sum, step) => sum / (counts[step] ?? 1));
  const mean = indices.reduce((sum, value) => sum + value, 0) / season;
  if (!multiplicative) return { multiplicative, indices: indices.map((value) => value - mean) };
  if (!(mean > 0)) return null;
  return { multiplicative, indices: indices.map((value) => Math.max(1e-3, value / mean)) };
}

/** Takes the season out of a value at a position, or puts it back. */
export function withoutSeason(value: number, seasonality: Seasonality, position: number): number {
  const index = seasonality.indices[position % seasonality.indices.length] ?? 0;
  return seasonality.multiplicative ? value / index : value - index;
}

export function withSeason(value: number, seasonality: Seasonality, position: number): number {
  const index = seasonality.indices[position % seasonality.indices.length] ?? 0;
  return seasonality.multiplicative ? value * index : value + index;
}

/**
 * True where the autocorrelation one season apart is beyond the 90 % limit (the test that the Theta method uses:
 * Assimakopoulos & Nikolopoulos, “The theta model”, International Journal of Forecasting 16 (2000) 521–530).
 */
export function isSeasonal(values: Float64Array, season: number): boolean {
  const count = values.length;
  if (season < 2 || count < 3 * season) return false;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (!(variance > 0)) return false;
  const correlation = (lag: number): number => {
    let sum = 0;
    for (let index = lag; index < count; index += 1)
      sum += ((values[index] ?? 0) - mean) * ((values[index - lag] ?? 0) - mean);
    return sum / variance;
  };
  let squares = 0;
  for (let lag = 1; lag < season; lag += 1) squares += correlation(lag) ** 2;
  return Math.abs(correlation(season)) > 1.645 * Math.sqrt((1 + 2 * squares) / count);
}

function centredAverage(values: Float64Array, season: number): Float64Array {
  const half = Math.floor(season / 2);
  const even = season % 2 === 0;
  return values.map((_, index) => {
    if (index < half || index + half >= values.length) return NaN;
    let sum = 0;
    for (let offset = -half; offset <= half; offset += 1) {
      const weight = even && Math.abs(offset) === half ? 0.5 : 1;
      sum += weight * (values[index + offset] ?? 0);
    }
    return sum / season;
  });
}
