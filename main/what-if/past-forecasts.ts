import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { sumOverDays } from '#app/forecast/blocks.ts';
import { forecastProducts } from '#app/forecast/forecast-products.ts';
import { weeksAhead } from '#app/forecast/types.ts';
import type { ProductForecast } from '#app/forecast/types.ts';
import type { ForecastAt, PastForecast } from '#app/what-if/rules.ts';

import type { StoredReplayProduct } from './replay-products.ts';

/** Forecasts of a replay that take a minute or two. */
const manyForecasts = 20_000;
/** Between two forecasts at most this many days: later than that their paths are too old. */
const longestApart = 28;

/**
 * What would have been forecast on a past day, of what had been sold by then; promotions and holidays left out. With very many products they are
 * forecast anew not at every review but up to four weeks apart, and read along their paths in between.
 */
export function pastForecasts(
  products: readonly StoredReplayProduct[],
  lastDay: BusinessDay,
  { days, reviewDays }: { readonly days: number; readonly reviewDays: number },
): ForecastAt {
  const times = Math.ceil(((days / reviewDays) * products.length) / manyForecasts);
  const apart = Math.min(longestApart, times * reviewDays);
  let newest: { readonly hidden: number; readonly forecasts: readonly ProductForecast[] } | null = null;
  return (hidden) => {
    if (newest === null || newest.hidden - hidden >= apart)
      newest = { hidden, forecasts: forecastsAt(products, lastDay, reviewDays, hidden) };
    const { forecasts, hidden: then } = newest;
    return forecasts.map((forecast) => along(forecast, then - hidden));
  };
}

function forecastsAt(
  products: readonly StoredReplayProduct[],
  lastDay: BusinessDay,
  reviewDays: number,
  hidden: number,
): readonly ProductForecast[] {
  const asOf = addDays(lastDay, -hidden);
  const histories = products.map(({ category, series, known, leadDays }) => ({
    group: category,
    firstDay: series.firstDay,
    daily: known.subarray(0, known.length - hidden),
    horizonDays: Math.max(1, leadDays + reviewDays),
    promotions: [],
  }));
  return forecastProducts(histories, { knownUntil: asOf, asOf, calendar: null });
}

/** A forecast as it stands some days later. */
function along({ perWeek, horizonSigma, weeks, horizonDays }: ProductForecast, days: number): PastForecast {
  if (days === 0 || days + horizonDays > 7 * weeksAhead) return { perWeek, horizonSigma };
  return { perWeek: (sumOverDays(weeks, days, horizonDays) / horizonDays) * 7, horizonSigma };
}
