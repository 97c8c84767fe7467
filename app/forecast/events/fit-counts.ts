import { interceptColumn } from './design.ts';
import type { Design } from './design.ts';
import { addDay, isFitted, rowTimes } from './gram.ts';
import { solveRidge } from './ridge.ts';

/** What one fit of counts needs; penalties are for noise of size one. */
export interface CountTask {
  readonly design: Design;
  readonly values: Float64Array;
  readonly end: number;
  readonly halfLife: number;
  readonly mean: Float64Array;
  readonly penalty: Float64Array;
  readonly wantSpread: boolean;
}

export interface CountFit {
  readonly coefficients: Float64Array;
  readonly variances: Float64Array;
  /** Typical standard deviation of the noise, in logarithms. */
  readonly sigma: number;
}

/** Variance beyond that of counts: a day's expectation is itself known within about a third. */
const extraVariance = 0.1;

/** Days further out than this many standard deviations pull no harder than one that is just there. */
const outlier = 6;

const coldRounds = 5;
const warmRounds = 2;

/**
 * Quasi-likelihood regression of counts with a logarithmic link and variance φ·μ·(1 + .1·μ) (Wedderburn, “Quasi-likelihood functions”,
 * 1974; McCullagh & Nelder, “Generalized Linear Models”, 2nd ed., 1989), by iteratively reweighted ridge regressions. A zero is an ordinary
 * day here, and effects are the same multiples whether a product sells one piece a day or a thousand, so that they can be pooled:
 * log(d + 1) would flatten them for the small ones. `start`: coefficients of an earlier end.
 */
export function fitCounts(
  task: CountTask,
  meanDemand: number,
  largest: number,
  start?: Float64Array,
): CountFit {
  const { mean, penalty, wantSpread } = task;
  const limits = {
    low: Math.log(Math.max(meanDemand, 1e-6)) - 7,
    high: Math.log(Math.max(4 * largest, 1e-6)),
  };
  let coefficients = Float64Array.from(start ?? mean);
  if (start === undefined) coefficients[interceptColumn] = Math.log(Math.max(meanDemand, 1e-6));
  let dispersion = 1;
  let variances = new Float64Array(0);
  let sigma = 1;
  const rounds = start === undefined ? coldRounds : warmRounds;
  for (let round = 0; round < rounds; round += 1) {
    const step = reweighted(task, coefficients, limits, dispersion);
    dispersion = step.dispersion;
    sigma = Math.sqrt(dispersion * step.meanVariance);
    const scaled = penalty.map((weight) => weight * dispersion);
    const solved = solveRidge(step.gram, step.cross, scaled, mean, wantSpread && round === rounds - 1);
    coefficients = Float64Array.from(solved.coefficients);
    variances = solved.spread.map((value) => value * dispersion);
  }
  return { coefficients, variances, sigma };
}

function reweighted(
  { design, values, end, halfLife }: CountTask,
  coefficients: Float64Array,
  limits: { readonly low: number; readonly high: number },
  dispersion: number,
) {
  const size = design.columns.length;
  const gram = new Float64Array(size * size);
  const cross = new Float64Array(size);
  let pearson = 0;
  let days = 0;
  let variances = 0;
  for (let day = 0; day < end; day += 1) {
    if (!isFitted(design, values, day)) continue;
    const log = Math.min(limits.high, Math.max(limits.low, rowTimes(design, day, coefficients)));
    const expected = Math.exp(log);
    const variance = expected * (1 + extraVariance * expected);
    const limit = outlier * Math.sqrt(Math.max(1, dispersion) * variance);
    const residual = Math.min(limit, Math.max(0, values[day] as number) - expected);
    const age = 2 ** ((day - end) / halfLife);
    addDay(design, day, (age * expected * expected) / variance, log + residual / expected, gram, cross);
    pearson += (age * residual * residual) / variance;
    days += age;
    variances += (age * variance) / (expected * expected);
  }
  return {
    gram,
    cross,
    dispersion: days === 0 ? 1 : Math.min(50, Math.max(0.05, pearson / days)),
    meanVariance: days === 0 ? 1 : variances / days,
  };
}
