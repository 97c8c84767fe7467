import { addDays, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { demandSeries } from '#app/forecast/demand-series.ts';
import type { DaySale } from '#app/forecast/demand-series.ts';
import { forecastProducts } from '#app/forecast/forecast-products.ts';
import type { DemandSeries } from '#app/forecast/types.ts';
import type { ForecastAt, PastForecast } from '#app/what-if/rules.ts';

import { onlineRetailGoods } from './weekly-demand.ts';

/** Weeks of history that a product must have when the replay begins. */
const fewestWeeks = 8;

/**
 * Daily demand of the `most` products that sold most before the replay, returns netted as everywhere, up to the last whole week less
 * `skipWeeks`. Undefined where the data is absent.
 */
export function retailDemand(
  most: number,
  replayDays: number,
  skipWeeks: number,
): readonly DemandSeries[] | undefined {
  const lines = onlineRetailGoods();
  if (lines === undefined) return undefined;
  let last = lines[0]?.day;
  const sales = new Map<string, DaySale[]>();
  for (const { productCode, day, quantity } of lines) {
    if (last === undefined || day > last) last = day;
    const list = sales.get(productCode) ?? [];
    sales.set(productCode, list);
    list.push({ day, quantity });
  }
  if (last === undefined) return [];
  const end = addDays(weekStart(addDays(last, 1)), -1 - 7 * skipWeeks);
  const before = ({ daily }: DemandSeries): number =>
    daily.slice(0, daily.length - replayDays).reduce((sum, value) => sum + value, 0);
  return [...sales.values()]
    .map((list) => demandSeries(list, end))
    .filter(({ daily }) => daily.length - replayDays >= 7 * fewestWeeks)
    .map((series) => ({ series, sold: before(series) }))
    .toSorted((left, right) => right.sold - left.sold)
    .slice(0, most)
    .map(({ series }) => series);
}

/** What 补货建议 would have expected of products that are sold side by side. */
export function groupForecastAt(products: readonly DemandSeries[], horizonDays: number): ForecastAt {
  return (hidden) => {
    const knownUntil: BusinessDay = addDays(products[0]?.lastDay ?? ('' as BusinessDay), -hidden);
    const histories = products.map(({ firstDay, daily }) => ({
      group: '',
      firstDay,
      daily: daily.slice(0, daily.length - hidden),
      horizonDays,
      promotions: [],
    }));
    return forecastProducts(histories, {
      firstDay: knownUntil,
      knownUntil,
      asOf: knownUntil,
      calendar: null,
    });
  };
}

/** A product's own variance against that of products that sell like it, in weeks of history; chosen on the weeks before the replay. */
const groupWeeks = 40;
/** Between counts (1) and sizes that all grow alike (2). */
const growth = 1.5;

/**
 * The same forecasts, each variance drawn towards the middle of all products, as mean^1.5: few weeks tell little of a spread, and an
 * equal chance to last needs spreads that can be compared.
 */
export function steadySpreads(forecastAt: ForecastAt, products: readonly DemandSeries[]): ForecastAt {
  return (hidden) => {
    const forecasts = forecastAt(hidden);
    const ratios = forecasts
      .filter(({ perWeek, horizonSigma }) => perWeek > 0 && horizonSigma > 0)
      .map(({ perWeek, horizonSigma }) => horizonSigma ** 2 / perWeek ** growth)
      .toSorted((left, right) => left - right);
    const middle = ratios[ratios.length >> 1] ?? 0;
    return forecasts.map(({ perWeek, horizonSigma }, index): PastForecast => {
      const weeks = ((products[index]?.daily.length ?? 0) - hidden) / 7;
      const variance =
        (weeks * horizonSigma ** 2 + groupWeeks * middle * perWeek ** growth) / (weeks + groupWeeks);
      return { perWeek, horizonSigma: Math.sqrt(variance) };
    });
  };
}
