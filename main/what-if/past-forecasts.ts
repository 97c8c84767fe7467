import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { sumOverDays } from '#app/forecast/blocks.ts';
import type { EventCalendar, Promotion } from '#app/forecast/events/calendar.ts';
import { forecastProducts } from '#app/forecast/forecast-products.ts';
import { weeksAhead } from '#app/forecast/types.ts';
import type { ProductForecast } from '#app/forecast/types.ts';
import type { ForecastAt, PastForecast } from '#app/what-if/rules.ts';

import type { StoredReplayProduct } from './replay-products.ts';

export interface KnownAhead {
  readonly calendar: EventCalendar;
  /** By product id. */
  readonly promotions: ReadonlyMap<string, readonly Promotion[]>;
}

/** Forecasts of a replay that take a minute or two. */
const manyForecasts = 10_000;
/** The event regression takes most of the time: of more products than this, calendars are left out. */
const mostWithCalendar = 1000;
/** Between two forecasts at most this many days: later than that their paths are too old. */
const longestApart = 28;

/**
 * What would have been forecast on a past day, of what had been sold by then. Promotions, holidays and shopping festivals are known beforehand, weather is
 * not. With very many products they are
 * forecast anew not at every review but up to four weeks apart, and read along their paths in between.
 */
export function pastForecasts(
  products: readonly StoredReplayProduct[],
  lastDay: BusinessDay,
  { days, reviewDays }: { readonly days: number; readonly reviewDays: number },
  ahead: KnownAhead,
): ForecastAt {
  const times = Math.ceil(((days / reviewDays) * products.length) / manyForecasts);
  const apart = Math.min(longestApart, times * reviewDays);
  let newest: { readonly hidden: number; readonly forecasts: readonly ProductForecast[] } | null = null;
  return (hidden) => {
    if (newest === null || newest.hidden - hidden >= apart)
      newest = {
        hidden,
        forecasts: forecastsAt(products, addDays(lastDay, -hidden), reviewDays, hidden, ahead),
      };
    const { forecasts, hidden: then } = newest;
    return forecasts.map((forecast) => along(forecast, then - hidden));
  };
}

function forecastsAt(
  products: readonly StoredReplayProduct[],
  asOf: BusinessDay,
  reviewDays: number,
  hidden: number,
  { calendar, promotions }: KnownAhead,
): readonly ProductForecast[] {
  const withCalendar = products.length <= mostWithCalendar;
  const histories = products.map(({ id, category, series, known, leadDays }) => ({
    group: category,
    firstDay: series.firstDay,
    daily: known.subarray(0, known.length - hidden),
    horizonDays: Math.max(1, leadDays + reviewDays),
    promotions: withCalendar ? (promotions.get(id) ?? []) : [],
  }));
  return forecastProducts(histories, {
    firstDay: asOf,
    knownUntil: asOf,
    asOf,
    calendar: withCalendar ? calendar : null,
  });
}

/** A forecast as it stands some days later. */
function along({ perWeek, horizonSigma, weeks, horizonDays }: ProductForecast, days: number): PastForecast {
  if (days === 0 || days + horizonDays > 7 * weeksAhead) return { perWeek, horizonSigma };
  return { perWeek: (sumOverDays(weeks, days, horizonDays) / horizonDays) * 7, horizonSigma };
}
