import { daysBetween } from '../core/business-day.ts';
import { sumOverDays } from './blocks.ts';
import { effectsOf, promotionFactors } from './effects.ts';
import { explainAhead } from './events/group-events.ts';
import type { GroupEvents } from './events/group-events.ts';
import type { ForecastSetting, ProductHistory } from './product-history.ts';
import { sumSigma } from './quantiles/spread.ts';
import type { MemberForecast } from './selection/forecast-group.ts';
import { forecastMethods, weeksAhead } from './types.ts';
import type { BacktestScore, ProductForecast } from './types.ts';

/** What was chosen, in the words of the plan: over the days an order must cover, with the effects that move it. */
export function describeForecast(
  history: ProductHistory,
  forecast: MemberForecast,
  { knownUntil, asOf }: ForecastSetting,
  events: GroupEvents | null,
): ProductForecast {
  const methods = forecast.methods.flatMap((name) => forecastMethods.filter((method) => method === name));
  const byEvents = methods.find((method) => method === 'events' || method === 'eventsWeather');
  const skip = Math.max(0, daysBetween(knownUntil, asOf));
  const days = history.horizonDays;
  const planned = history.promotions.some(({ lastDay }) => lastDay > knownUntil);
  const explained =
    events !== null && (byEvents !== undefined || planned)
      ? explainAhead(history, events, byEvents === 'eventsWeather')
      : [];
  const weeks =
    byEvents === undefined && planned && explained.length > 0
      ? timesFactors(forecast.path, promotionFactors(explained, weeksAhead))
      : forecast.path;
  const sum = sumOverDays(weeks, skip, days);
  const within = explained.slice(skip, skip + days);
  const said = within.reduce((all, { demand }) => all + demand, 0);
  const effects = effectsOf(within, said > 0 ? sum / said : 0);
  return {
    method: methods[0] ?? 'none',
    methods,
    demandClass: forecast.pattern,
    perWeek: (sum / days) * 7,
    weeks: Array.from(weeks),
    effects: byEvents === undefined ? effects.filter(({ kind }) => kind === 'promotion') : effects,
    horizonSigma: sumSigma(forecast.spread, days / 7, forecast.spreadFactor),
    horizonDays: days,
    weekSigma: sumSigma(forecast.spread, 1, forecast.spreadFactor),
    scores: scoresOf(forecast),
  };
}

function timesFactors(path: Float64Array, factors: Float64Array): Float64Array {
  return path.map((value, week) => value * (factors[week] ?? 1));
}

function scoresOf({ compared, lookback }: MemberForecast): readonly BacktestScore[] {
  return compared.flatMap(({ method: name, score }) =>
    forecastMethods
      .filter((method) => method === name)
      .map((method) => ({ method, wape: score.wape, bias: score.bias, origins: lookback.ends.length })),
  );
}
