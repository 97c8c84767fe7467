import { forecastReviews } from '#app/what-if/compare.ts';
import { replay } from '#app/what-if/replay.ts';
import { averageRule, minMaxRule, systemRule } from '#app/what-if/rules.ts';
import type { ForecastAt } from '#app/what-if/rules.ts';
import { stockDaysAt } from '#app/what-if/trade-off.ts';
import type { CurvePoint, ReplayProduct, ReplaySettings, Rule } from '#app/what-if/types.ts';

import { realData } from '../data.ts';
import { dayCount, readRossmann } from './rossmann-data.ts';
import { groupForecastAt, retailDemand, steadySpreads } from './what-if-retail.ts';
import { eventForecastAt } from './what-if-rossmann.ts';

const protocol = { leadDays: 7, reviewDays: 7, weeks: 26, warmUpWeeks: 4, products: 1000 };
const horizonDays = protocol.leadDays + protocol.reviewDays;
const levels = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999, 0.9999];
const safetyDays = [0, 1, 2, 3, 4, 5, 7, 10, 14, 21, 28, 42, 56];
/** The fill rates at which both are compared: those of the 8-week-average rule at these days of safety. */
const comparedSafetyDays = [0, 1, 2, 3, 5, 7, 14, 21, 28];

/**
 * Stock that the system needs against the 8-week-average rule at the same fill rate, on Online Retail (the 1,000 products that sold
 * most before the replay) and Rossmann-100 (stores as products).
 *
 * The last 26 whole weeks are replayed day by day, of which the first 4 are not counted. Lead time 7 days, review every 7 days, pack
 * and MOQ 1, no expiry; stock starts at the rule's first order-up-to level; sales that are not served are lost. At each review the
 * forecast and both rules know the days before it alone (of Rossmann also the promotions, holidays and closed days ahead). The
 * 8-week-average rule orders up to the daily mean of the last 56 days × (lead time + review + days of safety); its curve comes from
 * 0 … 56 days of safety, the system's from service levels .5 … .9999; between points both are linear. Nothing was chosen on the
 * replayed weeks: `onlyBefore` plays the 26 (Online Retail: 16) weeks before them, the place for trials.
 */
export function benchWhatIf(onlyBefore = false): void {
  benchRetail(onlyBefore);
  benchRossmannStock(onlyBefore);
  process.stdout.write('wanted: −25 % stock days at the fill rate of the 8-week-average rule\n');
}

function benchRetail(onlyBefore: boolean): void {
  const weeks = onlyBefore ? 16 : protocol.weeks;
  const demand = retailDemand(protocol.products, 7 * weeks, onlyBefore ? protocol.weeks : 0);
  if (demand === undefined) {
    process.stdout.write('what-if: Online Retail left out, the file is not on this machine\n');
    return;
  }
  const planned = remembered(groupForecastAt(demand, horizonDays));
  const dailies = demand.map(({ daily }) => daily);
  compare('Online Retail', dailies, weeks, [
    ['as 补货建议 plans', planned],
    ['spreads drawn together', steadySpreads(planned, demand)],
  ]);
}

function benchRossmannStock(onlyBefore: boolean): void {
  const file = realData('rossmann/rossmann_100stores.csv');
  if (file === undefined) {
    process.stdout.write('what-if: Rossmann left out, the file is not on this machine\n');
    return;
  }
  // The data ends with a Friday: its last whole week five days before.
  const length = dayCount - 5 - (onlyBefore ? 7 * protocol.weeks : 0);
  const stores = readRossmann(file).map(({ design, values }) => ({
    design,
    values: values.slice(0, length),
  }));
  const events = eventForecastAt(stores, length, 7 * protocol.weeks, horizonDays);
  const dailies = stores.map(({ values }) => values);
  compare('Rossmann-100', dailies, protocol.weeks, [['event regression', events]]);
}

/** Forecasts are made once, however many ask. */
function remembered(forecastAt: ForecastAt): ForecastAt {
  const known = new Map<number, ReturnType<ForecastAt>>();
  return (hidden) => {
    const forecasts = known.get(hidden) ?? forecastAt(hidden);
    known.set(hidden, forecasts);
    return forecasts;
  };
}

function compare(
  name: string,
  dailies: readonly ArrayLike<number>[],
  weeks: number,
  systems: readonly (readonly [string, ForecastAt])[],
): void {
  const started = performance.now();
  const { leadDays, reviewDays, warmUpWeeks } = protocol;
  const settings: ReplaySettings = {
    days: 7 * weeks,
    warmUpDays: 7 * warmUpWeeks,
    reviewDays,
    leadSpreadDays: 0,
    budget: null,
    seed: 1,
  };
  const one = { leadDays, moq: 1, packSize: 1, shelfDays: null, cost: 1, price: 1 };
  const products = dailies.map((daily): ReplayProduct => ({ ...one, daily }));
  const curveOf = (numbers: readonly number[], rule: (setting: number) => Rule): CurvePoint[] =>
    numbers.map((setting) => pointOf(products, settings, setting, rule(setting)));
  const average = curveOf(safetyDays, (days) => averageRule(products, settings, days));
  const minMax = pointOf(products, settings, 0, minMaxRule(products, settings));
  print(`${name}, ${products.length} products, ${weeks - warmUpWeeks} weeks counted`);
  print(`  min/max                    fill ${percent(minMax.fillRate)}  ${minMax.stockDays.toFixed(2)} days`);
  for (const [system, forecastAt] of systems) {
    const forecasts = forecastReviews({ settings, forecastAt });
    const curve = curveOf(levels, (level) => systemRule(products, settings, forecasts, level));
    print(`  ${system}`);
    for (const point of average.filter(({ setting }) => comparedSafetyDays.includes(setting))) {
      printPoint(point, stockDaysAt(curve, point.fillRate));
    }
  }
  print(`  ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function pointOf(
  products: readonly ReplayProduct[],
  settings: ReplaySettings,
  setting: number,
  rule: Rule,
): CurvePoint {
  const { fillRate, stockDays } = replay(products, settings, rule).measures;
  return { setting, fillRate: fillRate ?? 0, stockDays: stockDays ?? 0 };
}

function printPoint({ setting, fillRate, stockDays }: CurvePoint, own: number | null): void {
  const compared =
    own === null
      ? 'beyond the curve'
      : `${own.toFixed(2).padStart(6)} days  ${(100 * (own / stockDays - 1)).toFixed(1)} %`;
  print(
    `    8-week average + ${String(setting).padStart(2)} days  fill ${percent(fillRate)}  ${stockDays.toFixed(2).padStart(6)} days → ${compared}`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (import.meta.main) benchWhatIf(process.argv.includes('--before'));
