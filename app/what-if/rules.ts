import { demandQuantile } from '../forecast/quantiles/demand-quantile.ts';
import type { ReplayProduct, ReplaySettings, Rule, Target } from './types.ts';

/** What was expected of one product at a past day, over its lead time + review. */
export interface PastForecast {
  /** Units a week, the mean over that time. */
  readonly perWeek: number;
  /** Standard deviation of the error of the sum over that time. */
  readonly horizonSigma: number;
}

/** The forecasts of all products, in their order, made from all but the last `hidden` days of every history. */
export type ForecastAt = (hidden: number) => readonly PastForecast[];

/** Days of each history that are not known yet at a review: its own day is one of them. */
export function hiddenAt({ days, reviewDays }: ReplaySettings, review: number): number {
  return days - review * reviewDays;
}

/** Reviews of a replay, the one at its start included. */
export function reviewsOf({ days, reviewDays }: ReplaySettings): number {
  return Math.ceil(days / reviewDays);
}

/**
 * The rule of 补货建议: up to the quantity that demand over lead time + review stays at or below with probability `serviceLevel` (the
 * periodic order-up-to rule; Silver, Pyke & Thomas, “Inventory and Production Management in Supply Chains”, 4th ed., 6.9). The lead
 * time's spread adds the variance of what is sold in it; never more than sells before it expires. `forecasts` has a row for each review.
 */
export function systemRule(
  products: readonly ReplayProduct[],
  settings: ReplaySettings,
  forecasts: readonly (readonly PastForecast[])[],
  serviceLevel: number,
): Rule {
  return (review) =>
    products.map(({ leadDays, shelfDays }, index): Target => {
      const { perWeek, horizonSigma } = forecasts[review]?.[index] ?? { perWeek: 0, horizonSigma: 0 };
      const perDay = perWeek / 7;
      const sigma = Math.hypot(horizonSigma, perDay * settings.leadSpreadDays);
      const wanted = demandQuantile(perDay * (leadDays + settings.reviewDays), sigma, serviceLevel);
      const most = shelfDays === null ? Infinity : perDay * (leadDays + shelfDays);
      const upTo = Math.min(wanted, most);
      return { reorderPoint: upTo, upTo, perDay };
    });
}

const averageDays = 56;

/** The rule of thumb: the daily mean of the last 8 weeks, times lead time + review + days of safety. */
export function averageRule(
  products: readonly ReplayProduct[],
  settings: ReplaySettings,
  safetyDays: number,
): Rule {
  return (review) =>
    products.map(({ daily, leadDays }): Target => {
      const perDay = meanBefore(daily, daily.length - hiddenAt(settings, review), averageDays);
      const upTo = perDay * (leadDays + settings.reviewDays + safetyDays);
      return { reorderPoint: upTo, upTo, perDay };
    });
}

const trainingDays = 182;
/** Reorder at the demand of one and a half lead times + reviews … */
const minimumTimes = 1.5;
/** … up to four weeks more. */
const maximumMoreDays = 28;

/** Minimum and maximum set once, from the half year before the replay, and then left as they are: how they are mostly kept. */
export function minMaxRule(products: readonly ReplayProduct[], settings: ReplaySettings): Rule {
  const targets = products.map(({ daily, leadDays }): Target => {
    const perDay = meanBefore(daily, daily.length - settings.days, trainingDays);
    const reorderPoint = Math.ceil(perDay * (leadDays + settings.reviewDays) * minimumTimes);
    return { reorderPoint, upTo: Math.ceil(reorderPoint + perDay * maximumMoreDays), perDay };
  });
  return () => targets;
}

/** The mean of at most `days` values before `end`; those of a shorter history count for what they are. */
function meanBefore(daily: ArrayLike<number>, end: number, days: number): number {
  const from = Math.max(0, end - days);
  let sum = 0;
  let known = 0;
  for (let day = from; day < end; day += 1) {
    const value = daily[day] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    known += 1;
  }
  return known === 0 ? 0 : sum / known;
}
