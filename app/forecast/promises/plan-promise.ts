import { addDays, daysBetween, isoWeekday, weekStart } from '../../core/business-day.ts';
import type { BusinessDay } from '../../core/business-day.ts';
import { demandQuantile } from '../quantiles/demand-quantile.ts';
import type { ProductForecast } from '../types.ts';

/** Weeks that a promise says. */
export const promisedWeeks = 8;
/** Four weeks of five should lie within. */
export const promisedBand = { low: 0.1, high: 0.9 } as const;

/** A forecast as it was given: units of each of the {@link promisedWeeks} weeks. */
export interface PromisedWeeks {
  readonly expected: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The Monday of the first whole week after the last known day. */
export function firstPromisedWeek(knownUntil: BusinessDay): BusinessDay {
  return isoWeekday(knownUntil) === 7 ? addDays(knownUntil, 1) : addDays(weekStart(knownUntil), 7);
}

/** The Monday of the last whole week that is known. */
export function lastKnownWeek(knownUntil: BusinessDay): BusinessDay {
  return addDays(weekStart(addDays(knownUntil, 1)), -7);
}

/**
 * What a forecast says of ISO weeks. Its own weeks are seven days each from the day after the last known one: of the two that a
 * calendar week touches, each gives its share of days.
 */
export function planPromise(
  { weeks, weekSigma }: Pick<ProductForecast, 'weeks' | 'weekSigma'>,
  knownUntil: BusinessDay,
): PromisedWeeks {
  const late = daysBetween(addDays(knownUntil, 1), firstPromisedWeek(knownUntil));
  const means = Array.from({ length: promisedWeeks }, (_, week) => {
    const [one, next] = [weeks[week] ?? 0, weeks[week + 1] ?? weeks[week] ?? 0];
    return (one * (7 - late) + next * late) / 7;
  });
  return {
    expected: means.map(rounded),
    low: means.map((mean) => rounded(demandQuantile(mean, weekSigma, promisedBand.low))),
    high: means.map((mean) => rounded(demandQuantile(mean, weekSigma, promisedBand.high))),
  };
}

/** Nobody checks the hundredth of a piece, and it is kept for years. */
function rounded(units: number): number {
  return Math.round(units * 100) / 100;
}
