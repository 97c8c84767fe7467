import type { DemandClass, ForecastMethod } from './types.ts';

/** A method fitted to some weeks of demand: what it expects for each week ahead, and with which parameter. */
export interface Fit {
  readonly perWeek: number;
  readonly parameter: number;
  /** A second smoothing parameter, for methods that have one (TSB: demand size). */
  readonly sizeParameter?: number;
}

/**
 * The seam for forecasting methods: add one to `methods.ts` and the backtest, the selection and the plan know it.
 * `fitAt` gives one fit for each of `ends` (ascending), each from the first `end` weeks **alone**, parameters included.
 */
export interface Method {
  readonly name: ForecastMethod;
  /** Classes of demand for which it may be chosen. */
  readonly classes: readonly DemandClass[];
  readonly fitAt: (weekly: readonly number[], ends: readonly number[]) => readonly Fit[];
}

/** One setting of a method with all its forecasts: `path[t]` is the expectation after `t` weeks, from those weeks only. */
export interface Candidate {
  readonly parameter: number;
  readonly sizeParameter?: number;
  readonly path: readonly number[];
}

/** Weeks that only start a method off: one-week errors are counted after them, the same for every setting. */
export const warmUpWeeks = 4;

/**
 * For each end, the candidate with the smallest sum of squared one-week errors before that end. Squared errors, because
 * the smallest absolute error of intermittent demand is that of a forecast of zero. Ties go to the earlier candidate.
 */
export function bestBefore(
  weekly: readonly number[],
  ends: readonly number[],
  candidates: readonly Candidate[],
): Fit[] {
  const errors = candidates.map(() => 0);
  const fits: Fit[] = [];
  let week = 0;
  for (const end of ends) {
    for (; week < end; week += 1) {
      if (week < warmUpWeeks) continue;
      for (const [index, candidate] of candidates.entries()) {
        errors[index] = (errors[index] ?? 0) + ((weekly[week] ?? 0) - (candidate.path[week] ?? 0)) ** 2;
      }
    }
    const best = candidates[errors.indexOf(Math.min(...errors))];
    if (best === undefined) throw new RangeError('a method needs at least one setting');
    const { path, ...setting } = best;
    fits.push({ ...setting, perWeek: path[end] ?? 0 });
  }
  return fits;
}
