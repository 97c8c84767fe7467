import type { PooledMethod } from '../path-method.ts';
import { decompose, isSeasonal, withSeason, withoutSeason } from '../smoothing/decompose.ts';
import { fillMissing } from '../smoothing/fill-missing.ts';

/** How much of the drift is left after each step ahead: a growth does not go on for ever. */
const damping = 0.97;

/**
 * Autoregression of the changes of the (logarithms of the) values, their season taken out: Burg's recursion (Burg, “Maximum entropy
 * spectral analysis”, 1967), the order by Akaike's corrected criterion, at most a season and one.
 */
export const autoregression: PooledMethod = {
  name: 'autoregression',
  family: 'autoregression',
  forecastAt: (values, ends, { season, horizon }) =>
    ends.map((end) => forecast(fillMissing(values, end, season), season, horizon)),
};

function forecast(filled: Float64Array, season: number, horizon: number): Float64Array {
  const end = filled.length;
  if (end < 8) return new Float64Array(horizon).fill(Math.max(0, filled[end - 1] ?? 0));
  const positive = !filled.some((value) => value <= 0);
  const seasonality = isSeasonal(filled, season) ? decompose(filled, season, positive) : null;
  const plain = seasonality
    ? filled.map((value, position) => withoutSeason(value, seasonality, position))
    : filled;
  const level = positive ? plain.map(Math.log) : plain;
  const ahead = changesAhead(level, Math.min(season + 1, Math.floor(end / 4)), horizon);
  let last = level[end - 1] ?? 0;
  return ahead.map((change, step) => {
    last += change;
    const value = positive ? Math.exp(last) : last;
    const back = seasonality ? withSeason(value, seasonality, end + step) : value;
    return Number.isFinite(back) ? Math.max(0, back) : 0;
  });
}

function changesAhead(level: Float64Array, highest: number, horizon: number): Float64Array {
  const count = level.length - 1;
  const changes = Float64Array.from(
    { length: count },
    (_, index) => (level[index + 1] ?? 0) - (level[index] ?? 0),
  );
  const drift = changes.reduce((sum, value) => sum + value, 0) / count;
  const centred = Array.from(changes, (value) => value - drift);
  const weights = burg(centred, Math.max(1, highest));
  let left = 1;
  return new Float64Array(horizon).map(() => {
    let next = 0;
    for (const [lag, weight] of weights.entries()) next += weight * (centred[centred.length - 1 - lag] ?? 0);
    centred.push(next);
    left *= damping;
    return next + drift * left;
  });
}

/** The weights of the order that Akaike's criterion likes best; the newest value's first. */
function burg(values: readonly number[], highest: number): readonly number[] {
  const count = values.length;
  let forward = Float64Array.from(values);
  let backward = Float64Array.from(values);
  let weights: number[] = [];
  let variance = values.reduce((sum, value) => sum + value * value, 0) / count;
  let best: { weights: readonly number[]; criterion: number } = {
    weights,
    criterion: count * Math.log(variance + 1e-12),
  };
  for (let order = 1; order <= highest && count - order - 2 > 0; order += 1) {
    let [products, squares] = [0, 0];
    for (let index = order; index < count; index += 1) {
      const [ahead, behind] = [forward[index] as number, backward[index - 1] as number];
      products += ahead * behind;
      squares += ahead * ahead + behind * behind;
    }
    const reflection = squares > 0 ? (2 * products) / squares : 0;
    const before = weights;
    weights = [
      ...before.map((weight, lag) => weight - reflection * (before[order - 2 - lag] ?? 0)),
      reflection,
    ];
    const [aheads, behinds] = [forward.slice(), backward.slice()];
    for (let index = order; index < count; index += 1) {
      aheads[index] = (forward[index] as number) - reflection * (backward[index - 1] as number);
      behinds[index] = (backward[index - 1] as number) - reflection * (forward[index] as number);
    }
    [forward, backward] = [aheads, behinds];
    variance *= 1 - reflection * reflection;
    const criterion = count * Math.log(variance + 1e-12) + (2 * order * count) / (count - order - 2);
    if (criterion < best.criterion) best = { weights, criterion };
  }
  return best.weights;
}
