import { sumSigma } from '#app/forecast/quantiles/spread.ts';
import { demandQuantile } from '#app/forecast/quantiles/demand-quantile.ts';
import { forecastGroup } from '#app/forecast/selection/forecast-group.ts';
import type { MemberForecast } from '#app/forecast/selection/forecast-group.ts';
import { memberPaths } from '#app/forecast/selection/member.ts';

import { weeklyProtocol } from './weekly.ts';
import { heldWeeks, weeklyDemand } from './weekly-demand.ts';
import type { WeeklyData, WeeklyDemand } from './weekly-demand.ts';

/** Weeks whose sums a safety stock must cover, and how many origins, one week apart. */
const covered = { weeks: 3, origins: 8, level: 0.95 };

interface Sums {
  absolute: number;
  signed: number;
  actual: number;
}

/** The forecasts that the product's own selection gives at an origin `back` weeks before the end, from what was known then. */
function forecastsAt(
  demand: readonly WeeklyDemand[],
  back: number,
  horizon: number,
  held: boolean,
): { readonly member: WeeklyDemand; readonly forecast: MemberForecast }[] {
  const known = demand.filter(({ weekly }) => weekly.length - back >= weeklyProtocol.fewest);
  const task = { season: 1, horizon };
  const members = known.map((member) => {
    const end = member.weekly.length - back;
    const values = held ? heldWeeks(member, end) : member.weekly.subarray(0, end);
    return { values, paths: memberPaths(values, task) };
  });
  const forecasts = forecastGroup(members, task);
  return known.flatMap((member, index) => {
    const forecast = forecasts[index];
    return forecast === undefined ? [] : [{ member, forecast }];
  });
}

/** WAPE and bias of the product's selection on the protocol of {@link weeklyProtocol}; `skip` as in `scoreWeekly`. */
export function scoreSelection(
  demand: readonly WeeklyDemand[],
  held: boolean,
  skip = 0,
): { wape: number; bias: number } {
  const { horizon, origins, step } = weeklyProtocol;
  const sums: Sums = { absolute: 0, signed: 0, actual: 0 };
  for (let origin = 0; origin < origins; origin += 1) {
    const back = skip + horizon + step * origin;
    for (const { member, forecast } of forecastsAt(demand, back, horizon, held)) {
      const end = member.weekly.length - back;
      for (let ahead = 0; ahead < horizon; ahead += 1) {
        const actual = member.weekly[end + ahead] ?? 0;
        const error = (forecast.path[ahead] ?? NaN) - actual;
        sums.absolute += Math.abs(error);
        sums.signed += error;
        sums.actual += actual;
      }
    }
  }
  return { wape: sums.absolute / sums.actual, bias: sums.signed / sums.actual };
}

/** The share of three-week sums that fall at or below the quantile that a service level of 95 % asks for. */
export function scoreCoverage(demand: readonly WeeklyDemand[], held: boolean, skip = 0): number {
  let [within, all] = [0, 0];
  for (let origin = 0; origin < covered.origins; origin += 1) {
    const back = skip + covered.weeks + origin;
    for (const { member, forecast } of forecastsAt(demand, back, covered.weeks, held)) {
      const end = member.weekly.length - back;
      const mean = forecast.path.reduce((sum, value) => sum + value, 0);
      const actual = member.weekly.subarray(end, end + covered.weeks).reduce((sum, value) => sum + value, 0);
      const sigma = sumSigma(forecast.spread, covered.weeks, forecast.spreadFactor);
      all += 1;
      if (actual <= demandQuantile(mean, sigma, covered.level)) within += 1;
    }
  }
  return within / all;
}

const wanted: Readonly<Record<WeeklyData, string>> = {
  rihua:
    'wanted WAPE .320, |bias| 5 %, coverage .93–.97; published naive .418, SES .329; normal quantiles .912',
  onlineRetail:
    'wanted WAPE .655, |bias| 10 %, coverage .92; published naive .817, SES .663; normal quantiles .843',
};

/** Prints how the product's own selection does on both files, large orders held (as the product does) and as they came. */
export function benchSelection(): void {
  for (const name of ['rihua', 'onlineRetail'] as const) {
    const demand = weeklyDemand(name);
    if (demand === undefined) {
      process.stdout.write(`${name}: skipped, the file is not here\n`);
      continue;
    }
    process.stdout.write(`${name}: ${demand.length} products; ${wanted[name]}\n`);
    for (const held of [true, false]) {
      const started = performance.now();
      const { wape, bias } = scoreSelection(demand, held);
      const share = scoreCoverage(demand, held);
      process.stdout.write(
        `  selection, large orders ${held ? 'held     ' : 'as they came'}  WAPE ${wape.toFixed(4)}  bias ${(100 * bias).toFixed(1)} %` +
          `  coverage at .95 ${share.toFixed(3)}  (${((performance.now() - started) / 1000).toFixed(1)} s)\n`,
      );
    }
  }
}

if (import.meta.main) benchSelection();
