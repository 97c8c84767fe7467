/** What a forecast is asked for. */
export interface ForecastTask {
  /** Steps of one season: 12 for months, 7 for days, 52 for weeks of a year, 1 for none. */
  readonly season: number;
  /** Steps ahead, ≥ 1. */
  readonly horizon: number;
  /** Steps that a look back is compared on, where they are fewer: those that a decision hangs on. */
  readonly compared?: number;
}

export type Family =
  | 'level'
  | 'smoothing'
  | 'theta'
  | 'autoregression'
  | 'intermittent'
  | 'aggregated'
  | 'group'
  | 'season'
  | 'events';

/**
 * A forecasting method on a plain series. `values` are in order of time, ≥ 0, NaN where the value is unknown (stock-out), never
 * zero for that. Gives one path of `horizon` values for each of `ends` (ascending, each ≥ 1), from the first `end` values **alone**,
 * parameters included, so that a backtest can look back without seeing the future. Never negative, never NaN.
 */
export interface PathMethod {
  readonly name: string;
  readonly forecastAt: (
    values: Float64Array,
    ends: readonly number[],
    task: ForecastTask,
  ) => readonly Float64Array[];
}

/** A method that can take part in a combination. */
export interface PooledMethod extends PathMethod {
  /** Methods of one family err alike: a combination takes one of each (Bates & Granger, “The combination of forecasts”, 1969). */
  readonly family: Family;
}
