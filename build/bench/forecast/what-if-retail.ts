import { addDays, weekStart } from '#app/core/business-day.ts';
import { demandSeries } from '#app/forecast/demand-series.ts';
import type { DaySale } from '#app/forecast/demand-series.ts';
import { coverageFactor, stepVariance, sumSigma, sumVariance } from '#app/forecast/quantiles/spread.ts';
import type { Spread, SumCase } from '#app/forecast/quantiles/spread.ts';
import { forecastGroup } from '#app/forecast/selection/forecast-group.ts';
import { memberPaths } from '#app/forecast/selection/member.ts';
import type { ForecastAt, PastForecast } from '#app/what-if/rules.ts';

import { onlineRetailGoods } from './weekly-demand.ts';

/** Weeks of history that a product must have when the replay begins. */
const fewestWeeks = 8;
/** What safety is calibrated to; the curve's middle. */
const calibratedLevel = 0.95;

/**
 * Daily demand of the `most` products that sold most before the replay, returns netted as everywhere, up to the last whole week less
 * `skipWeeks`. Undefined where the data is absent.
 */
export function retailDemand(
  most: number,
  replayDays: number,
  skipWeeks: number,
): Float64Array[] | undefined {
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
  const before = (daily: Float64Array): number =>
    daily.subarray(0, daily.length - replayDays).reduce((sum, value) => sum + value, 0);
  return [...sales.values()]
    .map((list) => Float64Array.from(demandSeries(list, end).daily))
    .filter((daily) => daily.length - replayDays >= 7 * fewestWeeks)
    .toSorted((left, right) => before(right) - before(left))
    .slice(0, most);
}

/** The forecast of products that are sold side by side, weekly, with the spread of their sums over `horizonWeeks`. */
export function groupForecastAt(products: readonly Float64Array[], horizonWeeks: number): ForecastAt {
  const task = { season: 1, horizon: horizonWeeks };
  return (hidden) => {
    const members = products.map((daily) => {
      const values = weeksUntil(daily, daily.length - hidden);
      return { values, paths: memberPaths(values, task) };
    });
    const forecasts = forecastGroup(members, task).map(({ path, lookback, back }, index) => {
      const values = members[index]?.values ?? new Float64Array(0);
      const mean = path.reduce((sum, value) => sum + value, 0);
      const { ends } = lookback;
      const spread: Spread = {
        step: stepVariance(values),
        sum: sumVariance(values, ends, back),
        steps: horizonWeeks,
      };
      const cases = back.flatMap((looked, look) => caseOf(values, ends, back, looked, look, horizonWeeks));
      return { mean, spread, cases };
    });
    const factor = coverageFactor(
      forecasts.flatMap(({ cases }) => cases),
      calibratedLevel,
    );
    return forecasts.map(({ mean, spread }): PastForecast => ({
      perWeek: mean / horizonWeeks,
      horizonSigma: sumSigma(spread, horizonWeeks, factor),
    }));
  };
}

function caseOf(
  values: Float64Array,
  ends: readonly number[],
  back: readonly Float64Array[],
  looked: Float64Array,
  look: number,
  steps: number,
): SumCase[] {
  const end = ends[look] ?? 0;
  const actual = values.subarray(end, end + looked.length).reduce((sum, value) => sum + value, 0);
  const mean = looked.reduce((sum, value) => sum + value, 0);
  const known = values.subarray(0, end);
  const spread = { step: stepVariance(known), sum: sumVariance(values, ends, back, look), steps };
  return [{ mean, sigma: sumSigma(spread, steps, 1), actual }];
}

/** Sums of seven days, the last of which ends with the last known day; the days before the first whole one are left out. */
export function weeksUntil(daily: Float64Array, end: number): Float64Array {
  const weeks = new Float64Array(Math.floor(end / 7));
  const skipped = end - 7 * weeks.length;
  for (let day = skipped; day < end; day += 1) {
    const week = Math.floor((day - skipped) / 7);
    weeks[week] = (weeks[week] as number) + (daily[day] ?? 0);
  }
  return weeks;
}
