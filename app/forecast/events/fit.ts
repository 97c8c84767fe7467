import { trendColumn } from './design.ts';
import type { Design } from './design.ts';
import { crossProducts, gramsAt } from './gram.ts';
import { fitCounts } from './fit-counts.ts';
import {
  deviation,
  fittedDays,
  isCounted,
  logarithms,
  recentCounts,
  recentLevel,
  smallestSigma,
  smearing,
  tameOutliers,
} from './residuals.ts';
import type { FittedDays } from './residuals.ts';
import { solveRidge } from './ridge.ts';
import { middleHalfLife } from './settings.ts';
import type { EffectPriors, EventSettings } from './settings.ts';

/** The regression fitted to the first `end` days. */
export interface EventFit {
  readonly end: number;
  readonly coefficients: Float64Array;
  /** Variance of each coefficient; empty unless asked for. */
  readonly variances: Float64Array;
  /** Standard deviation of the residuals, in logarithms. */
  readonly sigma: number;
  /** Added to the logarithm of the level: what recent days say. */
  readonly levelShift: number;
  /** Demand d is fitted as log(d + shift); 0 where it is fitted as counts. */
  readonly shift: number;
  /** Times the retransformed forecast, so that it is right in the mean (Duan, “Smearing Estimate”, 1983, as a ratio). */
  readonly smearing: number;
  /** Days that were fitted. */
  readonly days: number;
  /** Largest demand of a fitted day. */
  readonly largest: number;
  readonly trendDamping: number;
}

/** Fits the first `end` values, for each of `ends` (ascending, ≥ 1), from those values alone. */
export function fitEvents(
  design: Design,
  values: Float64Array,
  ends: readonly number[],
  settings: EventSettings,
  priors: EffectPriors = new Map(),
  wantVariances = false,
): EventFit[] {
  let grams: Float64Array[][] | undefined;
  let earlier: Float64Array | undefined;
  return ends.map((end, position) => {
    const task = { design, values, end, settings, priors, wantVariances };
    const fitted = fittedDays(design, values, end);
    if (isCounted(fitted)) {
      const fit = fitAsCounts(task, fitted, earlier);
      earlier = fit.coefficients;
      return fit;
    }
    grams ??= settings.halfLives.map((halfLife) => gramsAt(design, values, ends, halfLife));
    const own = grams.map((ofHalfLife) => ofHalfLife[position] ?? new Float64Array(0));
    return fitAsLogarithms(task, fitted, own);
  });
}

interface FitTask {
  readonly design: Design;
  readonly values: Float64Array;
  readonly end: number;
  readonly settings: EventSettings;
  readonly priors: EffectPriors;
  readonly wantVariances: boolean;
}

function fitAsCounts(task: FitTask, fitted: FittedDays, earlier: Float64Array | undefined): EventFit {
  const { design, values, end, settings, wantVariances } = task;
  const { mean, penalty } = beliefs(task);
  const counts = {
    design,
    values,
    end,
    halfLife: middleHalfLife(settings),
    mean,
    penalty,
    wantSpread: wantVariances,
  };
  const fit = fitCounts(counts, fitted.mean, fitted.largest, earlier);
  const smeared = smearing(design, values, end, fit.coefficients, 0);
  return {
    ...fit,
    end,
    levelShift: recentCounts(design, values, end, fit.coefficients, smeared, settings),
    shift: 0,
    smearing: smeared,
    days: fitted.days,
    largest: fitted.largest,
    trendDamping: settings.trendDamping,
  };
}

function fitAsLogarithms(task: FitTask, fitted: FittedDays, grams: readonly Float64Array[]): EventFit {
  const { design, values, end, settings } = task;
  const { logs, shift } = logarithms(design, values, end, fitted);
  const start = Math.max(smallestSigma, 0.5 * deviation(logs));
  // The longest memory alone shows the outliers well enough.
  const longest = settings.halfLives.indexOf(Math.max(...settings.halfLives));
  const first = solveAll(task, grams.slice(longest, longest + 1), logs, start, longest);
  const { tamed, sigma } = tameOutliers(design, logs, first.coefficients);
  const { coefficients, spread } = solveAll(task, grams, tamed, sigma);
  const levelShift = recentLevel(design, tamed, coefficients, settings);
  return {
    end,
    coefficients,
    variances: spread.map((value) => value * sigma ** 2),
    sigma,
    levelShift,
    shift,
    smearing: smearing(design, values, end, coefficients, shift),
    days: fitted.days,
    largest: fitted.largest,
    trendDamping: settings.trendDamping,
  };
}

/** What is believed of each coefficient beforehand: its mean, and the penalty for noise of size one. */
function beliefs({ design, priors, settings }: FitTask) {
  const size = design.columns.length;
  const mean = new Float64Array(size);
  const penalty = new Float64Array(size);
  for (const [position, column] of design.columns.entries()) {
    const prior = priors.get(column.key);
    mean[position] = prior?.mean ?? 0;
    const trust =
      settings.trust *
      (column.kind === 'season' ? settings.seasonTrust : position === trendColumn ? settings.trendTrust : 1);
    penalty[position] = ((prior?.spread ?? column.spread) * trust) ** -2;
  }
  return { mean, penalty };
}

/** Solves for each of the Gram matrices, which belong to the half-lives from `firstHalfLife` on, and averages. */
function solveAll(
  task: FitTask,
  grams: readonly Float64Array[],
  logs: Float64Array,
  sigma: number,
  firstHalfLife = 0,
) {
  const { design, end, settings, wantVariances } = task;
  const beforehand = beliefs(task);
  const penalty = beforehand.penalty.map((weight) => weight * sigma ** 2);
  const coefficients = new Float64Array(penalty.length);
  let spread = new Float64Array(0);
  for (const [position, gram] of grams.entries()) {
    const cross = crossProducts(design, logs, end, settings.halfLives[firstHalfLife + position] ?? Infinity);
    const solved = solveRidge(gram, cross, penalty, beforehand.mean, wantVariances);
    for (const [column, value] of solved.coefficients.entries()) {
      coefficients[column] = (coefficients[column] as number) + value / grams.length;
    }
    spread = Float64Array.from(solved.spread);
  }
  return { coefficients, spread };
}
