import { daysBetween } from '../core/business-day.ts';
import { fewestWeeks } from './classify.ts';
import type { Fit, Method } from './method.ts';
import type { BacktestScore, DemandSeries } from './types.ts';

/** The newest origins count: half a year of weekly looks back. */
const mostOrigins = 26;

export interface Backtest {
  readonly score: BacktestScore;
  /** Root mean square error of one week ahead; null where no week could be tested. */
  readonly weekRmse: number | null;
  /** The method fitted to the whole series. */
  readonly fit: Fit;
}

interface Errors {
  count: number;
  square: number;
  absolute: number;
  signed: number;
  actual: number;
}

/**
 * Rolling origin (Tashman, “Out-of-sample tests of forecasting accuracy”, IJF 16 (2000) 437–450): stand at the end of each
 * of the last weeks, forecast with what was known then, and compare the **sum** over `horizonDays` with what was sold. The
 * sum is what an order must cover. A horizon that is no whole number of weeks is compared on days: `perWeek · days / 7`
 * against exactly those days. Needs at least {@link fewestWeeks} whole weeks.
 */
export function backtest(series: DemandSeries, method: Method, horizonDays: number): Backtest {
  const total = series.weekly.length;
  const earliest = Math.max(fewestWeeks, total - mostOrigins - Math.ceil(horizonDays / 7));
  const ends = Array.from({ length: Math.max(1, total - earliest + 1) }, (_, index) =>
    Math.min(total, earliest + index),
  );
  const fits = method.fitAt(series.weekly, ends);
  const fit = fits[fits.length - 1] ?? { perWeek: 0, parameter: 0 };
  const horizon = measure(series, ends, fits, horizonDays);
  const week = measure(series, ends, fits, 7);
  const { perWeek: _, ...setting } = fit;
  const score = {
    ...setting,
    method: method.name,
    rmse: horizon.count === 0 ? 0 : Math.sqrt(horizon.square / horizon.count),
    wape: horizon.actual > 0 ? horizon.absolute / horizon.actual : null,
    bias: horizon.actual > 0 ? horizon.signed / horizon.actual : null,
    origins: horizon.count,
  };
  return { score, weekRmse: week.count === 0 ? null : Math.sqrt(week.square / week.count), fit };
}

/** Errors of the newest origins whose whole window is known. */
function measure(series: DemandSeries, ends: readonly number[], fits: readonly Fit[], days: number): Errors {
  const monday = series.weeks[0];
  const offset = monday === undefined ? 0 : daysBetween(series.firstDay, monday);
  const errors: Errors = { count: 0, square: 0, absolute: 0, signed: 0, actual: 0 };
  for (let index = ends.length - 1; index >= 0 && errors.count < mostOrigins; index -= 1) {
    const start = offset + 7 * (ends[index] ?? 0);
    if (start + days > series.daily.length) continue;
    let actual = 0;
    for (let day = start; day < start + days; day += 1) actual += series.daily[day] ?? 0;
    const error = ((fits[index]?.perWeek ?? 0) * days) / 7 - actual;
    errors.count += 1;
    errors.square += error * error;
    errors.absolute += Math.abs(error);
    errors.signed += error;
    errors.actual += actual;
  }
  return errors;
}
