import { addDays, businessDay, daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { forecastSeason } from '#app/forecast/season/forecast-season.ts';
import { datedCalendar } from '#app/forecast/season/season-calendar.ts';
import type { SeasonCalendar } from '#app/forecast/season/season-calendar.ts';
import { seasonalLevel, seasonalNaive } from '#app/forecast/season/season-methods.ts';

import { walmart } from './walmart-data.ts';
import type { Walmart, WalmartSeries } from './walmart-data.ts';

const horizon = 39;
const fewest = 79;
/** Where settings were chosen: 39 weeks from each of these, all before the first scored week. */
const settingOrigins = [53, 56, 59, 62, 65];
const fewestForSettings = 40;
const published = 'seasonal naive .197, AutoETS .295, LightGBM .151, CatBoost .150, Chronos-2 .093 (±8 %)';

/** Events that move through the weeks, or hang on a weekday: known years ahead. */
const events: readonly { name: string; days: readonly string[]; before: number; after: number }[] = [
  // Sales of Easter begin two weeks before it; the week that ends on Good Friday is the highest.
  { name: 'Easter', days: ['2010-04-02', '2011-04-22', '2012-04-06'], before: 1, after: 1 },
  { name: 'Super Bowl', days: ['2010-02-07', '2011-02-06', '2012-02-05'], before: 0, after: 0 },
  { name: 'Labor Day', days: ['2010-09-06', '2011-09-05', '2012-09-03'], before: 0, after: 0 },
  { name: 'Thanksgiving', days: ['2010-11-25', '2011-11-24', '2012-11-22'], before: 0, after: 0 },
];

export function walmartCalendar(firstFriday: BusinessDay): SeasonCalendar {
  const firstDay = addDays(firstFriday, -6);
  return datedCalendar(
    firstDay,
    events.map(({ name, days, before, after }) => ({
      name,
      before,
      after,
      weeks: days.map((day) => Math.floor(daysBetween(firstDay, businessDay(day)) / 7)),
    })),
  );
}

export type WalmartForecast = (
  series: readonly WalmartSeries[],
  end: number,
  calendar: SeasonCalendar,
) => readonly Float64Array[];

const alone =
  (method: typeof seasonalNaive): WalmartForecast =>
  (series, end) =>
    series.map(
      ({ weekly }) =>
        method.forecastAt(weekly, [end], { season: 52, horizon })[0] ?? new Float64Array(horizon),
    );

/** Plain seasonal naive of the references is the last value: it scores .197 here too. */
const lastValue: WalmartForecast = (series, end) =>
  series.map(({ weekly }) => {
    const last = weekly.subarray(0, end).findLast((value) => !Number.isNaN(value)) ?? 0;
    return new Float64Array(horizon).fill(last);
  });

export const walmartForecasts: Readonly<Record<string, WalmartForecast>> = {
  'last value': lastValue,
  'seasonal naive': alone(seasonalNaive),
  'seasonal naive × level': alone(seasonalLevel()),
  'seasonal naive × level, calendar': (series, end, calendar) =>
    alone(seasonalLevel(calendar))(series, end, calendar),
  'pooled season': (series, end, calendar) => forecastSeason(membersOf(series), end, horizon, calendar),
};

function membersOf(series: readonly WalmartSeries[]) {
  return series.map(({ store, department, weekly }) => ({
    values: weekly,
    start: 0,
    group: department,
    branch: store,
  }));
}

/**
 * WAPE and bias over the weeks from `end` on. Series with at least `known` known weeks are scored, each over its last 39 weeks;
 * where one ends early, its origin is earlier too. With `end` given, all are scored from there on.
 */
export function scoreWalmart(
  { series, firstFriday }: Walmart,
  forecast: WalmartForecast,
  end?: number,
  known = fewest,
): { readonly wape: number; readonly bias: number; readonly count: number } {
  const calendar = walmartCalendar(firstFriday);
  const origins = new Map<number, number[]>();
  for (const [index, { weekly }] of series.entries()) {
    if (knownCount(weekly, end) < known) continue;
    const origin = end ?? lastKnown(weekly) + 1 - horizon;
    origins.set(origin, [...(origins.get(origin) ?? []), index]);
  }
  let [absolute, signed, actual, count] = [0, 0, 0, 0];
  for (const [origin, indices] of origins) {
    const paths = forecast(series, origin, calendar);
    for (const index of indices) {
      count += 1;
      for (let ahead = 0; ahead < horizon; ahead += 1) {
        const sold = series[index]?.weekly[origin + ahead] ?? Number.NaN;
        if (Number.isNaN(sold)) continue;
        const error = (paths[index]?.[ahead] ?? Number.NaN) - sold;
        absolute += Math.abs(error);
        signed += error;
        actual += Math.abs(sold);
      }
    }
  }
  return { wape: absolute / actual, bias: signed / actual, count };
}

/** The data without the weeks that are scored. */
function unscored({ firstFriday, series }: Walmart): Walmart {
  return {
    firstFriday,
    series: series.map((one) => {
      const last = lastKnown(one.weekly);
      return {
        ...one,
        weekly: one.weekly.map((value, week) => (week > last - horizon ? Number.NaN : value)),
      };
    }),
  };
}

function knownCount(weekly: Float64Array, end = weekly.length): number {
  return weekly.subarray(0, end).reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
}

function lastKnown(weekly: Float64Array): number {
  return weekly.findLastIndex((value) => !Number.isNaN(value));
}

/** Prints the scored window, and the windows before it on which every setting was chosen. */
export function benchWalmart(): void {
  const data = walmart();
  if (data === undefined) {
    process.stdout.write('walmart_train.csv.zip: skipped, the file is not here\n');
    return;
  }
  const earlier = unscored(data);
  process.stdout.write(`Walmart, 39 weeks; published WAPE: ${published}\n`);
  for (const [name, forecast] of Object.entries(walmartForecasts)) {
    const { wape, bias, count } = scoreWalmart(data, forecast);
    const settings = settingOrigins.map(
      (origin) => scoreWalmart(earlier, forecast, origin, fewestForSettings).wape,
    );
    const mean = settings.reduce((sum, value) => sum + value, 0) / settings.length;
    process.stdout.write(
      `  ${name.padEnd(34)} WAPE ${wape.toFixed(4)}  bias ${(100 * bias).toFixed(1)} %  (${count} series; windows before: ${mean.toFixed(4)})\n`,
    );
  }
}

if (import.meta.main) benchWalmart();
