import { replay } from './replay.ts';
import { averageRule, hiddenAt, minMaxRule, reviewsOf, systemRule } from './rules.ts';
import type { ForecastAt, PastForecast } from './rules.ts';
import { curveLevels, curveSafetyDays, fewerStockDays } from './trade-off.ts';
import type { CurvePoint, ReplayProduct, ReplaySettings, Rule, WhatIfResult } from './types.ts';

export interface Comparison {
  readonly products: readonly ReplayProduct[];
  readonly settings: ReplaySettings;
  readonly serviceLevel: number;
  readonly averageSafetyDays: number;
  readonly forecastAt: ForecastAt;
}

/** Progress: reviews forecast and replays played, of all. */
export type Step = (done: number, total: number) => void;

/**
 * Replays all rules on the same demand and the same lead times, and both curves of service against stock. At each review the forecast knows what
 * had been sold by then and nothing more.
 */
export function compareRules(
  comparison: Comparison,
  step: Step = () => undefined,
): Pick<WhatIfResult, 'rules' | 'curves' | 'gist'> {
  const { products, settings, serviceLevel, averageSafetyDays } = comparison;
  const total = reviewsOf(settings) + curveLevels.length + curveSafetyDays.length;
  let done = 0;
  const advance = (): void => {
    done += 1;
    step(done, total);
  };
  const forecasts = forecastReviews(comparison, advance);
  const system = (level: number): Rule => systemRule(products, settings, forecasts, level);
  const average = (days: number): Rule => averageRule(products, settings, days);
  const play = (rule: Rule) => replay(products, settings, rule).measures;
  const curveOf = (numbers: readonly number[], rule: (setting: number) => Rule): CurvePoint[] =>
    numbers.flatMap((setting) => {
      const { fillRate, stockDays } = play(rule(setting));
      advance();
      return fillRate === null || stockDays === null ? [] : [{ setting, fillRate, stockDays }];
    });
  const rules = {
    system: play(system(serviceLevel)),
    average: play(average(averageSafetyDays)),
    minMax: play(minMaxRule(products, settings)),
  };
  const curves = {
    system: curveOf(curveLevels, system),
    average: curveOf(curveSafetyDays, average),
  };
  return { rules, curves, gist: gistOf(rules.average, curves) };
}

/** What was expected at each review. */
export function forecastReviews(
  { settings, forecastAt }: Pick<Comparison, 'settings' | 'forecastAt'>,
  advance: () => void = () => undefined,
): (readonly PastForecast[])[] {
  return Array.from({ length: reviewsOf(settings) }, (_, review) => {
    const forecasts = forecastAt(hiddenAt(settings, review));
    advance();
    return forecasts;
  });
}

function gistOf(
  { fillRate, stockDays }: WhatIfResult['rules']['average'],
  curves: WhatIfResult['curves'],
): WhatIfResult['gist'] {
  if (fillRate === null || stockDays === null) return null;
  const fewer = fewerStockDays(curves.system, [{ setting: 0, fillRate, stockDays }], fillRate);
  return fewer === null ? null : { fillRate, fewerStockDays: fewer };
}
