import type { BusinessDay } from '../core/business-day.ts';
import type { AbcXyz } from './demand/abc-xyz.ts';

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

/** `none` of nothing to forecast, `mean` of too short a history; the others are methods that compete. */
export const forecastMethods = [
  'none',
  'mean',
  'ses',
  'movingAverage',
  'tsb',
  'sba',
  'adida',
  'imapa',
  'theta',
  'dynamicTheta',
  'levelEts',
  'dampedEts',
  'ets',
  'autoregression',
  'share',
  'pooledSeason',
  'events',
  'eventsWeather',
] as const;
export type ForecastMethod = (typeof forecastMethods)[number];
export type DemandClass = 'none' | 'new' | 'short' | 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'dead';

/** How one method did in the rolling-origin backtest. */
export interface BacktestScore {
  readonly method: ForecastMethod;
  /** Σ|error| / Σ demand; null when nothing was sold in the test windows. */
  readonly wape: number | null;
  readonly bias: number | null;
  readonly origins: number;
}

/** Half a year: beyond that no order is planned. */
export const weeksAhead = 26;

/** One reason why more or less than everyday demand is expected. */
export interface DemandEffect {
  readonly kind: 'promotion' | 'holiday' | 'event' | 'season' | 'weather' | 'trend';
  /** Of the promotion, holiday or event, as the person or the calendar names it; empty where the kind says it all. */
  readonly name: string;
  /** Units over the horizon; below zero where it takes demand away. */
  readonly quantity: number;
}

export interface ProductForecast {
  /** The first of `methods`. */
  readonly method: ForecastMethod;
  /** The forecast is the median of what these expect, the best first. */
  readonly methods: readonly ForecastMethod[];
  readonly demandClass: DemandClass;
  /** Expected units a week, the mean over `horizonDays`. */
  readonly perWeek: number;
  /** Expected units of each of the {@link weeksAhead} weeks (seven days each) that follow the last known day. */
  readonly weeks: readonly number[];
  /** What moved the expectation over `horizonDays` from everyday demand, in units; what is left of the sum is everyday demand. */
  readonly effects: readonly DemandEffect[];
  /** Standard deviation of the error of the demand sum over `horizonDays`. */
  readonly horizonSigma: number;
  readonly horizonDays: number;
  /** Standard deviation of a single week's error, for the band of the chart. */
  readonly weekSigma: number;
  readonly scores: readonly BacktestScore[];
  /** Its money and variability among the products that it was forecast with; absent where it was forecast by itself. */
  readonly abcXyz?: AbcXyz;
}
