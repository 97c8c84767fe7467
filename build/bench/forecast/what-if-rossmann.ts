import { fitEvents } from '#app/forecast/events/fit.ts';
import { poolEffects } from '#app/forecast/events/pool.ts';
import { demandOf, logForecast } from '#app/forecast/events/predict.ts';
import { usualSettings } from '#app/forecast/events/settings.ts';
import type { ForecastAt, PastForecast } from '#app/what-if/rules.ts';
import { trailingSigmas } from '#app/what-if/trailing-sigma.ts';

import type { RossmannStore } from './rossmann-data.ts';

/** Weeks of origins before the replay whose errors tell the first spread. */
const weeksBefore = 13;

/**
 * The event regression of every store at each weekly origin, from the days before it alone; promotions, holidays and closed days
 * ahead are known. What all stores say together of each effect is learnt before the first origin. The spread comes from the sums
 * that were expected at earlier origins and are whole by then.
 */
export function eventForecastAt(
  stores: readonly RossmannStore[],
  length: number,
  replayDays: number,
  horizonDays: number,
): ForecastAt {
  const first = length - replayDays - 7 * weeksBefore;
  const ends = Array.from({ length: weeksBefore + replayDays / 7 }, (_, index) => first + 7 * index);
  const alone = stores.flatMap(({ design, values }) =>
    fitEvents(design, values, [first], usualSettings, new Map(), true).map((fit) => ({ design, fit })),
  );
  const priors = poolEffects(alone);
  const expected = stores.map(({ design, values }) =>
    fitEvents(design, values, ends, usualSettings, priors).map((fit) => {
      let sum = 0;
      for (let day = fit.end; day < fit.end + horizonDays; day += 1) {
        if (design.closed[day] !== 1) sum += demandOf(fit, logForecast(design, fit, day));
      }
      return sum;
    }),
  );
  return (hidden) => {
    const now = length - hidden;
    const origin = ends.indexOf(now);
    const past = stores.map(({ values }, store) =>
      ends
        .slice(0, origin)
        .filter((end) => end + horizonDays <= now)
        .map((end, index) => ({
          expected: expected[store]?.[index] ?? 0,
          actual: values.subarray(end, end + horizonDays).reduce((sum, value) => sum + value, 0),
        })),
    );
    const sigmas = trailingSigmas(past);
    return stores.map((_, store): PastForecast => {
      const sum = expected[store]?.[origin] ?? 0;
      return { perWeek: (sum / horizonDays) * 7, horizonSigma: sum * (sigmas[store] ?? 0) };
    });
  };
}
