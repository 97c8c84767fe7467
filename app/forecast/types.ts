import type { BusinessDay } from '../core/business-day.ts';

/** Demand of one product: gap-free, in base units, returns netted; index 0 is `firstDay`. */
export interface DemandSeries {
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  /** One value a day. */
  readonly daily: readonly number[];
  /** Mondays of whole ISO weeks in the series. */
  readonly weeks: readonly BusinessDay[];
  /** One value for each of `weeks`. */
  readonly weekly: readonly number[];
}

export type ForecastMethod = 'none' | 'ses' | 'movingAverage' | 'tsb';
export type DemandClass = 'none' | 'short' | 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'dead';

/** How one method did in the rolling-origin backtest. */
export interface BacktestScore {
  readonly method: ForecastMethod;
  readonly parameter: number;
  /** A second smoothing parameter, for methods that have one (TSB: demand size). */
  readonly sizeParameter?: number;
  /** Root mean square error of the demand sum over the horizon, in base units. */
  readonly rmse: number;
  /** Σ|error| / Σ demand; null when nothing was sold in the test windows. */
  readonly wape: number | null;
  readonly bias: number | null;
  readonly origins: number;
}

export interface ProductForecast {
  readonly method: ForecastMethod;
  readonly parameter: number;
  readonly sizeParameter?: number;
  readonly demandClass: DemandClass;
  /** Expected units a week, the same for each week ahead with these first methods. */
  readonly perWeek: number;
  /** Standard deviation of the error of the demand sum over `horizonDays`, from the backtest. */
  readonly horizonSigma: number;
  readonly horizonDays: number;
  /** Standard deviation of a single week's error, for the band of the chart. */
  readonly weekSigma: number;
  readonly scores: readonly BacktestScore[];
}
