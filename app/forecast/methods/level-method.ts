import type { Family, PooledMethod } from '../path-method.ts';

/** One setting of a method that expects the same for each step ahead: `levels[t]` from the first `t` values only. */
export type Levels = Float64Array;

/** Steps that only start a method off: one-step errors are counted after them, the same for every setting. */
export const warmUp = 4;

/**
 * A method whose settings are compared by the sum of squared one-step errors before each end. Squared, because the smallest
 * absolute error of intermittent demand is that of a forecast of zero. Ties go to the earlier setting.
 */
export function levelMethod(
  name: string,
  family: Family,
  settings: (values: Float64Array) => readonly Levels[],
): PooledMethod {
  return {
    name,
    family,
    forecastAt: (values, ends, { horizon }) => {
      const last = ends[ends.length - 1] ?? 0;
      const candidates = settings(values.subarray(0, last));
      return bestLevels(values, ends, candidates).map((level) =>
        new Float64Array(horizon).fill(Number.isFinite(level) ? Math.max(0, level) : 0),
      );
    },
  };
}

function bestLevels(values: Float64Array, ends: readonly number[], candidates: readonly Levels[]): number[] {
  const errors = new Float64Array(candidates.length);
  const chosen: number[] = [];
  let step = 0;
  for (const end of ends) {
    for (; step < end; step += 1) {
      const value = values[step] as number;
      if (step < warmUp || value !== value) continue;
      for (let index = 0; index < candidates.length; index += 1)
        errors[index] = (errors[index] as number) + (value - (candidates[index]?.[step] ?? 0)) ** 2;
    }
    let best = 0;
    for (let index = 1; index < errors.length; index += 1)
      if ((errors[index] as number) < (errors[best] as number)) best = index;
    chosen.push(candidates[best]?.[end] ?? 0);
  }
  return chosen;
}

/** Levels of a running state: `update` sees each known value in turn, `level` answers after it. */
export function runningLevels(values: Float64Array, update: (value: number, seen: number) => number): Levels {
  const levels = new Float64Array(values.length + 1);
  let seen = 0;
  for (let step = 0; step < values.length; step += 1) {
    const value = values[step] as number;
    // An unknown value teaches nothing: the level stays.
    levels[step + 1] = value === value ? update(value, seen) : (levels[step] as number);
    if (value === value) seen += 1;
  }
  return levels;
}
