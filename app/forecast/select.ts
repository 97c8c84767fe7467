import type { BusinessDay } from '../core/business-day.ts';
import { backtest } from './backtest.ts';
import type { Backtest } from './backtest.ts';
import { classifyDemand } from './classify.ts';
import { knownUntil } from './demand-series.ts';
import { methods } from './methods.ts';
import { weeksAhead } from './types.ts';
import type { DemandClass, DemandSeries, ProductForecast } from './types.ts';

export interface ForecastOptions {
  /** Days that an order placed now must cover: lead time + review period. */
  readonly horizonDays: number;
  /** Nothing after this day is used, even if the series has it. */
  readonly asOf: BusinessDay;
}

/** Fewer backtest windows than this say too little about the spread by themselves. */
const enoughOrigins = 6;

/**
 * The forecast of one product: its class, the method with the smallest root mean square error of the sums over the
 * horizon among those that suit the class, and the spread that a safety stock needs. Never throws, never gives a negative
 * or NaN value, whatever the series.
 */
export function forecastProduct(series: DemandSeries, options: ForecastOptions): ProductForecast {
  const horizonDays = Math.max(1, Math.round(options.horizonDays));
  const known = knownUntil(series, options.asOf);
  const demandClass = classifyDemand(known);
  if (demandClass === 'none' || demandClass === 'dead') return nothing(demandClass, horizonDays);
  if (demandClass === 'short') return fromMean(known, horizonDays);
  const tests = methods
    .filter((method) => method.classes.includes(demandClass))
    .map((method) => backtest(known, method, horizonDays));
  const best = tests.reduce((left, right) => (isBetter(right, left) ? right : left));
  return {
    ...best.fit,
    ...steady(best.fit.perWeek),
    method: best.score.method,
    demandClass,
    horizonDays,
    ...spread(known, best, horizonDays),
    scores: tests.map((test) => test.score),
  };
}

/** Better by more than rounding: between equals the plainer method stays. */
function isBetter(challenger: Backtest, holder: Backtest): boolean {
  return challenger.score.rmse < holder.score.rmse * (1 - 1e-9);
}

function spread(series: DemandSeries, test: Backtest, horizonDays: number) {
  const week = test.weekRmse ?? Math.sqrt(dailyVariance(series) * 7);
  if (test.score.origins >= enoughOrigins) return { horizonSigma: test.score.rmse, weekSigma: week };
  // With few windows the root of time carries the weekly error to the horizon, and luck may not make it small.
  const carried = week * Math.sqrt(horizonDays / 7);
  const orders = Math.sqrt(dailyVariance(series) * horizonDays);
  return { horizonSigma: Math.max(test.score.rmse, carried, orders), weekSigma: week };
}

/** Too short for a backtest: the mean so far. Less than a week counts as a week, or one sale would become a daily one. */
function fromMean(series: DemandSeries, horizonDays: number): ProductForecast {
  const total = series.daily.reduce((sum, value) => sum + value, 0);
  const variance = dailyVariance(series);
  return {
    method: 'movingAverage',
    parameter: Math.max(1, series.weekly.length),
    demandClass: 'short',
    perWeek: (total / exposure(series)) * 7,
    ...steady((total / exposure(series)) * 7),
    horizonSigma: Math.sqrt(variance * horizonDays),
    weekSigma: Math.sqrt(variance * 7),
    horizonDays,
    scores: [],
  };
}

/**
 * Variance of a day's demand when orders come like a compound Poisson process: rate · E[size²] = Σ size² / days
 * (Ross, “Introduction to Probability Models”, 5.4.2). Unlike a sample variance it is there from the first sale on, and
 * unlike a plain Poisson variance it knows that a wholesaler sells by the box.
 */
function dailyVariance(series: DemandSeries): number {
  return series.daily.reduce((sum, value) => sum + value * value, 0) / exposure(series);
}

function exposure(series: DemandSeries): number {
  return Math.max(7, series.daily.length);
}

function nothing(demandClass: DemandClass, horizonDays: number): ProductForecast {
  return {
    method: 'none',
    parameter: 0,
    demandClass,
    perWeek: 0,
    ...steady(0),
    horizonSigma: 0,
    weekSigma: 0,
    horizonDays,
    scores: [],
  };
}

function steady(perWeek: number): Pick<ProductForecast, 'weeks' | 'effects'> {
  return { weeks: Array.from({ length: weeksAhead }, () => perWeek), effects: [] };
}
