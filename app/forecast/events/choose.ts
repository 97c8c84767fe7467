import type { Design } from './design.ts';
import { fitEvents } from './fit.ts';
import { demandOf, logForecast } from './predict.ts';
import { middleHalfLife, usualSettings } from './settings.ts';
import type { EffectPriors, EventSettings } from './settings.ts';

/** Settings to choose from; the first is kept unless another is better on the product's own past. */
export const settingsToTry: readonly EventSettings[] = [
  usualSettings,
  { ...usualSettings, seasonTrust: 1, trendTrust: 0.3 },
  { ...usualSettings, halfLives: [90, 365], levelShare: 0.8, levelHalfLife: 14 },
  { ...usualSettings, trust: 0.4, seasonTrust: 0.1, trendTrust: 0.05 },
];

/** Past origins that settings are tried at, a horizon apart. */
const origins = 3;

/** Days of history without which there is nothing to choose by. */
const enoughDays = 56;

/** How much better (as a share of the usual settings' loss) others must be: small wins are luck. */
const clearlyBetter = 0.97;

/**
 * The settings whose forecasts from earlier origins did best, everything before `end` only: Σ|error| + ½·|Σ error| over the days of the
 * horizon behind each origin (Tashman, “Out-of-sample tests of forecasting accuracy”, 2000).
 */
export function chooseSettings(
  design: Design,
  values: Float64Array,
  end: number,
  horizon: number,
  priors: EffectPriors = new Map(),
): EventSettings {
  const step = Math.max(7, Math.min(horizon, 56));
  const ends = Array.from({ length: origins }, (_, back) => end - (origins - back) * step);
  const usable = ends.filter((origin) => origin >= enoughDays);
  if (usable.length === 0) return usualSettings;
  const losses = settingsToTry.map((settings) => {
    // One memory between the short and the long: to compare settings, it does as well and takes half the time.
    const oneMemory = { ...settings, halfLives: [middleHalfLife(settings)] };
    const fits = fitEvents(design, values, usable, oneMemory, priors);
    return fits.reduce((sum, fit) => {
      let absolute = 0;
      let signed = 0;
      for (let day = fit.end; day < Math.min(end, fit.end + step); day += 1) {
        const demand = values[day] ?? Number.NaN;
        if (!Number.isFinite(demand) || design.closed[day] === 1) continue;
        const error = demandOf(fit, logForecast(design, fit, day)) - demand;
        absolute += Math.abs(error);
        signed += error;
      }
      return sum + absolute + 0.5 * Math.abs(signed);
    }, 0);
  });
  const best = losses.indexOf(Math.min(...losses));
  const wins = (losses[best] ?? 0) < clearlyBetter * (losses[0] ?? 0);
  return (wins ? settingsToTry[best] : undefined) ?? usualSettings;
}
