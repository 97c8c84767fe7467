import type { Pattern } from './pattern.ts';

/** How a method's looks back came out. */
export interface LookbackScore {
  /** Σ|error| / Σ|actual|; null when nothing was known or sold. */
  readonly wape: number | null;
  /** Σ(forecast − actual) / Σ|actual|. */
  readonly bias: number | null;
  /** What selection compares; smaller is better; NaN when nothing was known. */
  readonly loss: number;
}

/**
 * Compares paths with what came: the error, absolute for regular demand, the root of the squared for intermittent (the smallest
 * absolute error there is that of a forecast of zero), both relative to the mean actual, plus half the absolute bias.
 */
export function scorePaths(
  values: Float64Array,
  ends: readonly number[],
  paths: readonly Float64Array[],
  pattern: Pattern,
): LookbackScore {
  let [count, absolute, squares, signed, actual] = [0, 0, 0, 0, 0];
  for (const [index, path] of paths.entries()) {
    const end = ends[index] ?? 0;
    for (let step = 0; step < path.length; step += 1) {
      const value = values[end + step] ?? NaN;
      if (Number.isNaN(value)) continue;
      const error = (path[step] as number) - value;
      count += 1;
      absolute += Math.abs(error);
      squares += error * error;
      signed += error;
      actual += Math.abs(value);
    }
  }
  if (count === 0) return { wape: null, bias: null, loss: NaN };
  const squared = pattern === 'intermittent' || pattern === 'lumpy';
  // Where nothing was sold in the looks back the whole series gives the scale.
  const scale = actual > 0 ? actual / count : meanOf(values);
  const error = squared ? Math.sqrt(squares / count) : absolute / count;
  const loss = scale > 0 ? (error + Math.abs(signed / count) / 2) / scale : NaN;
  if (!(actual > 0)) return { wape: null, bias: null, loss };
  return { wape: absolute / actual, bias: signed / actual, loss };
}

function meanOf(values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += Math.abs(value);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
