/**
 * Exponential smoothing in state space form (Hyndman, Koehler, Ord & Snyder, “Forecasting with Exponential Smoothing: The State
 * Space Approach”, Springer 2008, ch. 2 and 5): trend none or damped (φ = 1: undamped), season none, additive or
 * multiplicative; the errors of a model with a multiplicative season are relative ones.
 */
export interface EtsShape {
  readonly trend: 'none' | 'additive' | 'damped';
  readonly season: 'none' | 'additive' | 'multiplicative';
}

export interface EtsParameters {
  /** Weights of the newest value in level, slope and season: 0 … 1, already in the state space's own scale. */
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  /** Damping of the slope a step. */
  readonly phi: number;
  readonly level: number;
  readonly slope: number;
  readonly indices: Float64Array;
}

export interface EtsState {
  level: number;
  slope: number;
  /** By position modulo season. */
  readonly indices: Float64Array;
  /** Observed values that were run over. */
  count: number;
  /** −2 log likelihood up to a constant; Infinity where the model made no sense. */
  deviance: number;
}

/** Runs a model over the first `end` values; an unknown value (NaN) carries the state on without an update. */
export function runEts(
  values: Float64Array,
  end: number,
  shape: EtsShape,
  parameters: EtsParameters,
): EtsState {
  const { alpha, beta, gamma, phi } = parameters;
  const indices = parameters.indices.slice();
  const relative = shape.season === 'multiplicative';
  const seasonal = shape.season !== 'none';
  const period = Math.max(1, indices.length);
  let { level, slope } = parameters;
  let [squares, logs, count] = [0, 0, 0];
  for (let index = 0; index < end; index += 1) {
    const value = values[index] as number;
    const base = level + phi * slope;
    slope *= phi;
    const step = index % period;
    const part = seasonal ? (indices[step] as number) : 0;
    if (value !== value) {
      level = base;
      continue;
    }
    const expected = relative ? base * part : base + part;
    let error = value - expected;
    count += 1;
    if (relative) {
      if (!(base > 0) || !(part > 0)) return { level, slope, indices, count, deviance: Infinity };
      error /= expected;
      logs += Math.log(expected);
      level = base * (1 + alpha * error);
      slope += beta * base * error;
      indices[step] = part * (1 + gamma * error);
    } else {
      level = base + alpha * error;
      slope += beta * error;
      if (seasonal) indices[step] = part + gamma * error;
    }
    squares += error * error;
  }
  const deviance = count === 0 ? 0 : count * Math.log(Math.max(squares / count, 1e-12)) + 2 * logs;
  return { level, slope, indices, count, deviance: Number.isFinite(deviance) ? deviance : Infinity };
}

/** The expectation of each step after the `end` values that made the state; never below zero. */
export function etsPath(
  state: EtsState,
  shape: EtsShape,
  phi: number,
  end: number,
  horizon: number,
): Float64Array {
  const path = new Float64Array(horizon);
  let sum = 0;
  let power = 1;
  for (let step = 0; step < horizon; step += 1) {
    power *= phi;
    sum += power;
    const base = state.level + sum * state.slope;
    const part = state.indices[(end + step) % Math.max(1, state.indices.length)] ?? 0;
    const value =
      shape.season === 'multiplicative' ? base * part : shape.season === 'additive' ? base + part : base;
    path[step] = Number.isFinite(value) ? Math.max(0, value) : 0;
  }
  return path;
}
